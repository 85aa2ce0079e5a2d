package org.supportcenter.compose;

import java.util.regex.Pattern;

/** Makes messages. */
public final class Composer {

  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

  private Composer() {}

  /**
   * The message.
   *
   * @throws TemplateException if the template cannot be rendered
   */
  public static Message compose(TemplateText template, Occasion occasion) throws TemplateException {
    var values = Variables.of(occasion);
    return new Message(
        oneLine(Renderer.text(template.subject(), values)),
        Renderer.text(template.text(), values),
        Renderer.html(template.html(), values),
        Invitations.of(occasion));
  }

  /** A text that fits into a header: line breaks and other control characters become spaces. */
  public static String oneLine(String text) {
    return CONTROLS.matcher(text).replaceAll(" ").strip();
  }
}
