package org.supportcenter.engine.call;

import build.buf.protovalidate.Violation;
import build.buf.validate.FieldPath;
import java.util.Locale;
import java.util.regex.Pattern;
import org.supportcenter.domain.refusal.FieldProblem;

/** Says in words what is wrong with the shape of a field. */
final class ShapeProblems {

  private static final Pattern SNAKE = Pattern.compile("_([a-z0-9])");
  private static final Pattern SUBJECT = Pattern.compile("^value (?=must|is|does|length)");

  private static final String UUID_PATTERN = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
  private static final String DATE_PATTERN = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
  private static final String CLOCK_PATTERN = "([01][0-9]|2[0-3]):[0-5][0-9]";
  private static final String NO_NUL = "^[^\\x00]*$";
  private static final String NO_CONTROL = "^[^\\x00-\\x1f\\x7f-\\x9f]*$";
  private static final String UUID_ONLY = "{uuid}";

  private ShapeProblems() {}

  static FieldProblem problem(Violation violation) {
    var proto = violation.toProto();
    var rule = violation.getRuleValue();
    var pattern = rule != null && proto.getRuleId().equals("string.pattern");
    return new FieldProblem(
        path(proto.getField()),
        pattern
            ? form(String.valueOf(rule.getValue()))
            : SUBJECT.matcher(proto.getMessage()).replaceFirst(""));
  }

  /** The path in lowerCamel, with indexes. */
  private static String path(FieldPath path) {
    var text = new StringBuilder();
    for (var element : path.getElementsList()) {
      if (!text.isEmpty()) {
        text.append('.');
      }
      text.append(lowerCamel(element.getFieldName()));
      if (element.hasIndex()) {
        text.append('[').append(element.getIndex()).append(']');
      }
    }
    return text.toString();
  }

  /** A field or path as it is written in JSON. */
  static String lowerCamel(String name) {
    return SNAKE.matcher(name).replaceAll(part -> part.group(1).toUpperCase(Locale.ROOT));
  }

  /** What a pattern asks for, in words. */
  private static String form(String pattern) {
    if (pattern.equals(NO_NUL)) {
      return "must not contain NUL characters";
    }
    if (pattern.equals(NO_CONTROL)) {
      return "must not contain control characters";
    }
    var form =
        pattern
            .replace(UUID_PATTERN, UUID_ONLY)
            .replace(DATE_PATTERN, "YYYY-MM-DD")
            .replace(CLOCK_PATTERN, "HH:MM")
            .replaceAll("^\\^\\(?|\\)?\\??\\$$", "");
    return form.equals(UUID_ONLY) ? "must be a UUID" : "must look like \"%s\"".formatted(form);
  }
}
