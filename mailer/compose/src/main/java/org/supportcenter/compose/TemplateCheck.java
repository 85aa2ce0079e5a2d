package org.supportcenter.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * Whether a template can be used for every visit: it is rendered with every value given, with only
 * those that every visit has, and with none. Something must be left to read without what not every
 * visit has, and values may stand in a page only where escaping keeps them harmless.
 */
public final class TemplateCheck {

  /** Not only spaces, of whatever width. */
  private static final Pattern VISIBLE = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]");

  private TemplateCheck() {}

  /**
   * What is wrong with a part of a template.
   *
   * @param part {@code subject}, {@code text} or {@code html}
   * @param line of the part, from 1
   */
  public record Problem(String part, int line, String description) {}

  /** Everything that is wrong, at most one problem of each part; none if it can be used. */
  public static List<Problem> problems(Purpose purpose, TemplateText template) {
    var values = Variables.of(Sample.occasion(purpose, Locale.ENGLISH));
    var sparse = Variables.of(Sample.sparse(purpose, Locale.ENGLISH));
    var problems = new ArrayList<Problem>();
    check("subject", problems, () -> checkSubject(template.subject(), values, sparse));
    check("text", problems, () -> checkText(template.text(), values, sparse));
    check("html", problems, () -> checkHtml(template.html(), values, sparse));
    return problems;
  }

  private interface Check {
    void run() throws TemplateException;
  }

  private static void check(String part, List<Problem> problems, Check check) {
    try {
      check.run();
    } catch (TemplateException found) {
      problems.add(new Problem(part, found.line(), found.problem()));
    }
  }

  private static void checkSubject(
      String subject, Map<String, Object> values, Map<String, Object> sparse)
      throws TemplateException {
    if (subject.lines().count() > 1) {
      throw new TemplateException(2, "a subject is one line");
    }
    checkText(subject, values, sparse);
  }

  private static void checkText(String text, Map<String, Object> values, Map<String, Object> sparse)
      throws TemplateException {
    HtmlPlaces.refuseUnescaped(text);
    HtmlPlaces.refuseUnfinished(text);
    Renderer.text(text, values);
    Renderer.text(text, nothing(values));
    requireWords(Renderer.text(text, sparse));
  }

  private static void checkHtml(String html, Map<String, Object> values, Map<String, Object> sparse)
      throws TemplateException {
    HtmlPlaces.refuseUnescaped(html);
    HtmlPlaces.refuseUnfinished(html);
    Renderer.html(html, values);
    Renderer.html(html, nothing(values));
    HtmlPlaces.check(html);
    requireWords(Jsoup.parse(Renderer.html(html, sparse)).body().text());
  }

  /** Nobody opens a mail without a subject, and readers see only one of the other parts. */
  private static void requireWords(String rendered) throws TemplateException {
    if (!VISIBLE.matcher(rendered).find()) {
      throw new TemplateException(
          1,
          "is empty for a visit without optional values; write words or a variable that every visit"
              + " has, like {{reference}}");
    }
  }

  private static Map<String, Object> nothing(Map<String, Object> values) {
    var empty = new LinkedHashMap<String, Object>();
    values.keySet().forEach(name -> empty.put(name, ""));
    return empty;
  }
}
