package org.supportcenter.compose;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Where in a page variables stand. Escaping makes a value harmless between tags and in a quoted
 * attribute; in a script, a style, an address or the name of something it does not. The page is
 * read by an HTML parser with a marker in the place of each variable, as a mail program would read
 * it.
 */
final class HtmlPlaces {

  private static final Pattern UNESCAPED = Pattern.compile("\\{\\{\\s*(?<sign>[{&=>])");
  private static final Set<String> ADDRESSES =
      Set.of(
          "href",
          "src",
          "action",
          "formaction",
          "background",
          "cite",
          "data",
          "poster",
          "srcset",
          "imagesrcset",
          "srcdoc",
          "ping",
          "codebase",
          "xlink:href",
          "from",
          "to",
          "by",
          "values",
          "content",
          "http-equiv");

  /** Falls apart where a space ends a value: outside of quotes. */
  private static final String MARKER = "m\u2058 %d\u2058";

  private HtmlPlaces() {}

  /** Refuses what would bring in a value unescaped, or change what a tag looks like. */
  static void refuseUnescaped(String template) throws TemplateException {
    var sign = UNESCAPED.matcher(template);
    if (sign.find()) {
      throw new TemplateException(
          line(template, sign.start()),
          switch (sign.group("sign")) {
            case "=" -> "delimiters cannot be changed";
            case ">" -> "partials are not available";
            case String unescaped ->
                "values are always escaped: write {{name}}, without %s".formatted(unescaped);
          });
    }
  }

  /** Refuses a tag that does not end: its text would be sent as it is. */
  static void refuseUnfinished(String template) throws TemplateException {
    var start = Tag.unfinished(template);
    if (start >= 0) {
      throw new TemplateException(
          line(template, start), "the tag that begins with {{ does not end with }}");
    }
  }

  /** Refuses a variable in a place where escaping does not make it harmless. */
  static void check(String template) throws TemplateException {
    var marked = new StringBuilder();
    var tags = Tag.of(template);
    var end = 0;
    for (int i = 0; i < tags.size(); i++) {
      var tag = tags.get(i);
      marked.append(template, end, tag.start());
      marked.append(tag.kind() == Tag.Kind.VALUE ? MARKER.formatted(i) : "");
      end = tag.end();
    }
    marked.append(template, end, template.length());
    var harmless = harmless(Jsoup.parse(marked.toString()));
    for (int i = 0; i < tags.size(); i++) {
      var tag = tags.get(i);
      var name = tag.name();
      if (tag.kind() == Tag.Kind.VALUE
          && !harmless.contains(MARKER.formatted(i))
          && !(name.equals(Variables.UNSUBSCRIBE_URL)
              && harmless.contains("link:" + MARKER.formatted(i)))) {
        throw new TemplateException(
            line(template, tag.start()),
            "%s may stand only between tags or in a quoted attribute that is no address, script or style"
                .formatted(name));
      }
    }
  }

  /** The markers that stand in harmless places; those that are the whole of a link say so. */
  private static Set<String> harmless(Document page) {
    var found = new HashSet<String>();
    page.traverse(
        (node, _) -> {
          if (node instanceof TextNode text && !(node instanceof DataNode)) {
            collect(text.getWholeText(), found);
          } else if (node instanceof Element element) {
            collect(element, found);
          }
        });
    return found;
  }

  private static void collect(Element element, Set<String> found) {
    for (var attribute : element.attributes()) {
      var name = attribute.getKey().toLowerCase(Locale.ROOT);
      if (element.normalName().equals("a") && name.equals("href")) {
        found.add("link:" + attribute.getValue().strip());
      } else if (!name.startsWith("on") && !name.equals("style") && !ADDRESSES.contains(name)) {
        collect(attribute.getValue(), found);
      }
    }
  }

  private static void collect(String text, Set<String> found) {
    var markers = Pattern.compile("m\u2058 \\d+\u2058").matcher(text);
    while (markers.find()) {
      found.add(markers.group());
    }
  }

  /** In which line of a template a place is, from 1. */
  static int line(String template, int offset) {
    return 1 + (int) template.substring(0, offset).chars().filter(c -> c == '\n').count();
  }
}
