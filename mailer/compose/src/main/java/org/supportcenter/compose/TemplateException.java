package org.supportcenter.compose;

import com.samskivert.mustache.MustacheParseException;
import java.io.Serial;
import java.util.regex.Pattern;

/** A template cannot be used. */
public final class TemplateException extends Exception {

  @Serial private static final long serialVersionUID = 1;

  private static final Pattern LINE = Pattern.compile("(?s)(?<problem>.*) @ line (?<line>\\d+)");

  private final int line;
  private final String problem;

  TemplateException(int line, String problem) {
    super("line %d: %s".formatted(line, problem));
    this.line = line;
    this.problem = problem;
  }

  static TemplateException of(MustacheParseException malformed) {
    var message = String.valueOf(malformed.getMessage());
    var located = LINE.matcher(message);
    return located.matches()
        ? new TemplateException(Integer.parseInt(located.group("line")), located.group("problem"))
        : new TemplateException(1, message);
  }

  /** The line of the template, from 1. */
  public int line() {
    return line;
  }

  /** What is wrong there, and with which variable. */
  public String problem() {
    return problem;
  }
}
