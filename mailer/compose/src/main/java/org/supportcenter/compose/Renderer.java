package org.supportcenter.compose;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.MustacheParseException;
import com.samskivert.mustache.Template;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Mustache in a sandbox: templates see a map of texts and nothing behind it (no methods, no fields,
 * no partials), and a variable that does not exist is an error.
 */
final class Renderer {

  /**
   * Characters of the texts that are kept compiled, since each is rendered again and again: some
   * hundred of the usual length, and bounded however long those are that people try out.
   */
  private static final int KEPT_CHARACTERS = 1_000_000;

  private static final Mustache.Compiler TEXT =
      Mustache.compiler()
          .withCollector(new MapsOnly())
          .withLoader(Renderer::refusePartial)
          .strictSections(true)
          .emptyStringIsFalse(true)
          .withEscaper(Escapers.NONE);

  private static final Mustache.Compiler HTML = TEXT.withEscaper(Escapers.HTML);

  private static final Cache<Source, Template> COMPILED =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_CHARACTERS)
          .weigher((Source source, Template _) -> source.template().length())
          .build();

  private Renderer() {}

  private record Source(Mustache.Compiler compiler, String template) {

    /** The library has names of its own, and stumbles over tags without one. */
    Template compiled() {
      var nameless = Tag.nameless(Tag.of(template));
      if (nameless != null) {
        throw new MustacheParseException(
            "{{%s}} names no variable".formatted(nameless.content()),
            HtmlPlaces.line(template, nameless.start()));
      }
      return compiler.compile(template);
    }
  }

  /** Fills in a plain text. */
  static String text(String template, Map<String, Object> values) throws TemplateException {
    return render(TEXT, template, values);
  }

  /** Fills in a page; values are escaped for text and for quoted attributes. */
  static String html(String template, Map<String, Object> values) throws TemplateException {
    return render(HTML, template, values);
  }

  private static String render(
      Mustache.Compiler compiler, String template, Map<String, Object> values)
      throws TemplateException {
    try {
      return COMPILED.get(new Source(compiler, template), Source::compiled).execute(values);
    } catch (MustacheException.Context unknown) {
      throw new TemplateException(
          unknown.lineNo,
          "%s is not a variable; there are %s"
              .formatted(unknown.key, String.join(", ", values.keySet())));
    } catch (MustacheParseException malformed) {
      throw TemplateException.of(malformed);
    } catch (MustacheException refused) {
      throw new TemplateException(1, String.valueOf(refused.getMessage()));
    }
  }

  private static java.io.Reader refusePartial(String name) {
    throw new MustacheException("partials like {{>%s}} are not available".formatted(name));
  }

  /** No reflection: of a map there are its values, and of anything else only itself. */
  private static final class MapsOnly extends BasicCollector {
    @Override
    public Mustache.VariableFetcher createFetcher(Object context, String name) {
      return context instanceof Map ? MapsOnly::value : super.createFetcher(context, name);
    }

    private static @Nullable Object value(Object map, String name) {
      var values = (Map<?, ?>) map;
      return values.containsKey(name) ? values.get(name) : Template.NO_FETCHER_FOUND;
    }

    @Override
    public <K, V> Map<K, V> createFetcherCache() {
      return new ConcurrentHashMap<>();
    }
  }
}
