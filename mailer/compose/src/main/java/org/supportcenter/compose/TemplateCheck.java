package org.supportcenter.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a template can be used for every visit: it is rendered with every value given and with
 * none, and values may stand in a page only where escaping keeps them harmless.
 */
public final class TemplateCheck {

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
    var problems = new ArrayList<Problem>();
    check("subject", problems, () -> checkSubject(template.subject(), values));
    check("text", problems, () -> checkText(template.text(), values));
    check("html", problems, () -> checkHtml(template.html(), values));
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

  private static void checkSubject(String subject, Map<String, Object> values)
      throws TemplateException {
    if (subject.lines().count() > 1) {
      throw new TemplateException(2, "a subject is one line");
    }
    checkText(subject, values);
  }

  private static void checkText(String text, Map<String, Object> values) throws TemplateException {
    HtmlPlaces.refuseUnescaped(text);
    Renderer.text(text, values);
    Renderer.text(text, nothing(values));
  }

  private static void checkHtml(String html, Map<String, Object> values) throws TemplateException {
    HtmlPlaces.refuseUnescaped(html);
    Renderer.html(html, values);
    Renderer.html(html, nothing(values));
    HtmlPlaces.check(html);
  }

  private static Map<String, Object> nothing(Map<String, Object> values) {
    var empty = new LinkedHashMap<String, Object>();
    values.keySet().forEach(name -> empty.put(name, ""));
    return empty;
  }
}
