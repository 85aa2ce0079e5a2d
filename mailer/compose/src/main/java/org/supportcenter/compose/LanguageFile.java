package org.supportcenter.compose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The wording of a language, as somebody wrote it: what is wrong with it is told with its line when
 * it is read, and not by mails that cannot be sent.
 */
final class LanguageFile {

  private static final Pattern NAME =
      Pattern.compile("mail_(?<language>[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)\\.properties");

  private static final Pattern MEANT = Pattern.compile("mail_.*\\.properties");
  private static final Pattern HALF_ESCAPE =
      Pattern.compile("(?<!\\\\)(?:\\\\{2})*\\\\u(?!\\p{XDigit}{4})");

  private static final char UNREADABLE = '\ufffd';

  /** The layouts have it between braces: it is the name of a variable. */
  private static final String WHO = "who";

  private static final Set<String> KINDS =
      Arrays.stream(Purpose.Kind.values()).map(Enum::name).collect(toSet());

  private static final Set<String> AUDIENCES =
      Arrays.stream(Purpose.Audience.values()).map(Enum::name).collect(toSet());

  private final Path file;
  private final Properties english;
  private final String content;

  private LanguageFile(Path file, Properties english) {
    this.file = file;
    this.english = english;
    this.content = content(file);
  }

  /**
   * The language tag that the file is named after.
   *
   * @return null if it is no file with wording
   * @throws LanguageFileException if it looks like one and names no language
   */
  static @Nullable String language(Path file) {
    var name = file.getFileName().toString();
    var tagged = NAME.matcher(name);
    if (tagged.matches()) {
      return tagged.group("language");
    }
    if (MEANT.matcher(name).matches()) {
      throw new LanguageFileException(
          file,
          "the name must end in a language tag, like mail_fr.properties or mail_pt-BR.properties");
    }
    return null;
  }

  /**
   * The words of a file, each of which can be used.
   *
   * @param english all words there are
   * @throws LanguageFileException if one cannot, or the file cannot be read
   */
  static Properties read(Path file, Properties english) {
    return new LanguageFile(file, english).words();
  }

  private Properties words() {
    var halved = HALF_ESCAPE.matcher(content);
    if (halved.find()) {
      throw wrong(HtmlPlaces.line(content, halved.start()), "\\u needs four hexadecimal digits");
    }
    var words = new Properties();
    try {
      words.load(new StringReader(content));
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    words.stringPropertyNames().stream().sorted().forEach(name -> check(name, words));
    return words;
  }

  private void check(String name, Properties words) {
    var word = words.getProperty(name);
    try {
      checkWord(name, last(name).equals(WHO) ? "{{%s}}".formatted(word) : word);
    } catch (TemplateException unusable) {
      throw wrong(line(name), "%s: %s".formatted(name, unusable.problem()));
    }
  }

  private void checkWord(String name, String word) throws TemplateException {
    if (!isKnown(name)) {
      throw new TemplateException(1, "there is no such name in the wording in English");
    }
    HtmlPlaces.refuseUnescaped(word);
    HtmlPlaces.refuseUnfinished(word);
    var values = isOfVisits(name) ? ofVisits() : ofMail(name);
    Renderer.text(word, values);
    Renderer.text(word, emptied(values));
  }

  /** Words may be said in general, for a kind of mail, and for who reads it. */
  private boolean isKnown(String name) {
    if (english.containsKey(name)) {
      return true;
    }
    var parts = name.split("\\.", -1);
    return isOfVisits(name)
        && parts.length <= 3
        && (parts.length < 3 || AUDIENCES.contains(parts[1]))
        && english.stringPropertyNames().stream()
            .anyMatch(known -> isOfVisits(known) && last(known).equals(last(name)));
  }

  /** Other mails are about no visit, and have their own variables. */
  private static boolean isOfVisits(String name) {
    return name.indexOf('.') < 0 || KINDS.contains(name.substring(0, name.indexOf('.')));
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static Map<String, Object> ofVisits() {
    var purpose = new Purpose(Purpose.Kind.REMINDER, Purpose.Audience.CUSTOMER);
    return Variables.of(Sample.occasion(purpose, Locale.ENGLISH));
  }

  private Map<String, Object> ofMail(String name) {
    var mail = name.substring(0, name.indexOf('.') + 1);
    return english.stringPropertyNames().stream()
        .filter(known -> known.startsWith(mail))
        .flatMap(known -> Tag.of(english.getProperty(known)).stream())
        .map(Tag::name)
        .distinct()
        .collect(toMap(Function.identity(), variable -> variable));
  }

  private static Map<String, Object> emptied(Map<String, Object> values) {
    return values.keySet().stream().collect(toMap(Function.identity(), _ -> ""));
  }

  /** Where a name stands; that of the whole file if it is written with escapes. */
  private int line(String name) {
    var place =
        Pattern.compile("(?m)^\\s*%s\\s*[=: ]".formatted(Pattern.quote(name))).matcher(content);
    return place.find() ? HtmlPlaces.line(content, place.start() + leading(place.group())) : 1;
  }

  private static int leading(String found) {
    return found.length() - found.stripLeading().length();
  }

  private LanguageFileException wrong(int line, String problem) {
    return new LanguageFileException(file, line, problem);
  }

  private static String content(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new LanguageFileException(file, "it cannot be read");
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException foreign) {
      var legible = new String(bytes, UTF_8);
      throw new LanguageFileException(
          file,
          HtmlPlaces.line(legible, legible.indexOf(UNREADABLE)),
          "it is not written in UTF-8");
    }
  }
}
