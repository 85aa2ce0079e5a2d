package org.supportcenter.compose;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The templates that hold where a tenant has none of its own: one layout for all, and the wording
 * of each language in a file {@code mail_xx.properties}. More languages are more files.
 */
public final class ShippedTemplates {

  /** What is used when there is no wording in the language of the recipient. */
  public static final String FALLBACK = "en";

  private static final Pattern WORDING = Pattern.compile("@(?<key>[a-zA-Z]+)@");

  private final String text = resource("layout.txt");
  private final String html = resource("layout.html");
  private final Map<String, Properties> wordings = new TreeMap<>();

  /**
   * English, German, and what is in the directory.
   *
   * @throws LanguageFileException if a file there cannot be used
   */
  public static ShippedTemplates load(@Nullable Path more) {
    var templates = new ShippedTemplates();
    for (var language : new String[] {FALLBACK, "de"}) {
      templates.wordings.put(
          language, properties(resource("mail_%s.properties".formatted(language))));
    }
    if (more != null) {
      templates.add(more);
    }
    return templates;
  }

  private ShippedTemplates() {}

  private void add(Path directory) {
    try (var files = Files.list(directory)) {
      for (var file : files.sorted().toList()) {
        var language = LanguageFile.language(file);
        if (language != null) {
          add(language, LanguageFile.read(file, wording(FALLBACK)));
          refuseUnusable(language, file);
        }
      }
    } catch (IOException unreadable) {
      throw new LanguageFileException(directory, "it cannot be read");
    }
  }

  /** What a file leaves out is said as it was before. */
  private void add(String language, Properties words) {
    wordings.computeIfAbsent(language, _ -> new Properties()).putAll(words);
  }

  /**
   * Words that can be used by themselves may not go together, or not where they stand in a page.
   */
  private void refuseUnusable(String language, Path file) {
    for (var kind : Purpose.Kind.values()) {
      for (var audience : Purpose.Audience.values()) {
        var purpose = new Purpose(kind, audience);
        TemplateCheck.problems(purpose, template(purpose, language)).stream()
            .findFirst()
            .ifPresent(
                problem -> {
                  throw new LanguageFileException(
                      file,
                      "with it, %s of the mail %s to the %s cannot be used: %s"
                          .formatted(
                              problem.part(),
                              kind,
                              audience.name().toLowerCase(Locale.ROOT),
                              problem.description()));
                });
      }
    }
  }

  /** The languages there is wording in, as tags like {@code en} or {@code pt-BR}. */
  public Set<String> languages() {
    return wordings.keySet();
  }

  /**
   * The template.
   *
   * @param language one of {@link #languages}; English is used for any other
   */
  public TemplateText template(Purpose purpose, String language) {
    var wording = wordings.containsKey(language) ? wording(language) : wording(FALLBACK);
    return new TemplateText(
        word(wording, purpose, "subject"),
        worded(text, wording, purpose),
        worded(html, wording, purpose));
  }

  /**
   * A mail about no visit.
   *
   * @param name of its words in the files: those of {@code name.subject} and {@code name.text}
   * @param reader tag of the reader's language; in any other than {@link #languages} it is English
   * @param values of the variables in the words
   * @throws TemplateException if an added file has other variables
   */
  public PlainMail mail(String name, String reader, Map<String, Object> values)
      throws TemplateException {
    var wording = firstOf(List.of(reader));
    return new PlainMail(
        Composer.oneLine(Renderer.text(word(wording, name + ".subject"), values)),
        Renderer.text(word(wording, name + ".text"), values));
  }

  /**
   * What the page says with which reminders are stopped.
   *
   * @param readers tags of languages, the best first; those that are none are passed over
   * @param organisation who sends the reminders
   */
  public UnsubscribeWords unsubscribing(List<String> readers, String organisation) {
    var wording = firstOf(readers);
    try {
      var noMore =
          Renderer.text(word(wording, "UNSUBSCRIBE.noMore"), Map.of("organisation", organisation));
      return new UnsubscribeWords(
          word(wording, "language"),
          word(wording, "UNSUBSCRIBE.question"),
          word(wording, "UNSUBSCRIBE.promise"),
          word(wording, "unsubscribe"),
          word(wording, "UNSUBSCRIBE.stopped"),
          noMore,
          word(wording, "UNSUBSCRIBE.unusable"));
    } catch (TemplateException refusedWhenItWasRead) {
      throw new IllegalStateException(refusedWhenItWasRead);
    }
  }

  /** The wording for the first reader there is one for, as they speak it or in general. */
  private Properties firstOf(List<String> readers) {
    return readers.stream()
        .map(Locale::forLanguageTag)
        .flatMap(locale -> Stream.of(locale.toLanguageTag(), locale.getLanguage()))
        .filter(wordings::containsKey)
        .findFirst()
        .map(this::wording)
        .orElseGet(() -> wording(FALLBACK));
  }

  private Properties wording(String language) {
    return Objects.requireNonNull(wordings.get(language), language);
  }

  private String worded(String layout, Properties wording, Purpose purpose) {
    return WORDING
        .matcher(layout)
        .replaceAll(found -> Matcher.quoteReplacement(word(wording, purpose, found.group("key"))));
  }

  /**
   * What is said for this audience, for this kind, or always; English where it is not translated.
   */
  private String word(Properties wording, Purpose purpose, String key) {
    var kind = purpose.kind().name();
    return word(
        wording,
        "%s.%s.%s".formatted(kind, purpose.audience(), key),
        "%s.%s".formatted(kind, key),
        key);
  }

  /** The first of these names that there is a word for; English where none is translated. */
  private String word(Properties wording, String... names) {
    for (var words : new Properties[] {wording, wording(FALLBACK)}) {
      for (var name : names) {
        var word = words.getProperty(name);
        if (word != null) {
          return word;
        }
      }
    }
    throw new IllegalStateException("No wording for " + String.join(", ", names));
  }

  private static Properties properties(String content) {
    var properties = new Properties();
    try {
      properties.load(new StringReader(content));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return properties;
  }

  private static String resource(String name) {
    try (var in = Objects.requireNonNull(ShippedTemplates.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("Cannot read " + name, broken);
    }
  }
}
