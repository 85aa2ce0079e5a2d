package org.supportcenter.engine.call;

import static org.supportcenter.domain.refusal.FieldNames.lowerCamel;

import build.buf.protovalidate.Violation;
import build.buf.protovalidate.Violation.FieldValue;
import build.buf.validate.FieldPathElement;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.refusal.FieldProblem;

/** Says in words what is wrong with the shape of a field. */
final class ShapeProblems {

  private static final Pattern SUBJECT = Pattern.compile("^value (?=must|is|does|length)");
  private static final Pattern ENDS = Pattern.compile("^\\^\\(?|\\)?\\??\\$$");

  private static final String UUID_PATTERN = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
  private static final String DATE_PATTERN = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
  private static final String CLOCK_PATTERN = "([01][0-9]|2[0-3]):[0-5][0-9]";
  private static final String UUID_ONLY = "{uuid}";

  /** What is not a form with a place for an id or a date. */
  private static final Map<String, String> WORDS =
      Map.of(
          "^[^\\x00]*$",
          "must not contain NUL characters",
          "^[^\\x00-\\x1f\\x7f-\\x9f]*$",
          "must not contain control characters",
          "^[^\\x00-\\x20\\x7f]*$",
          "must not contain spaces or control characters",
          "^[A-Za-z0-9_-]*$",
          "must be a token as it was given: letters, digits, - and _",
          "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
          "must be a language tag, like \"en\" or \"pt-BR\"",
          "^suppressions/[^/\\x00]+$",
          "must look like \"suppressions/{address}\"",
          "^notificationTemplates/[A-Z_]+-(CUSTOMER|TECHNICIAN)-[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$",
          "must look like \"notificationTemplates/REMINDER-CUSTOMER-en\"",
          "^(" + CLOCK_PATTERN + "|24:00)$",
          "must look like \"HH:MM\", at most \"24:00\"");

  private ShapeProblems() {}

  /**
   * What is wrong.
   *
   * @param request the type of the request that it is wrong in
   */
  static FieldProblem problem(Violation violation, Descriptor request) {
    var path = violation.toProto().getField().getElementsList();
    var oneof = oneof(path, request);
    if (oneof == null) {
      return new FieldProblem(path(path), words(violation));
    }
    var owner = path(path.subList(0, path.size() - 1));
    var names = oneof.getFields().stream().map(FieldDescriptor::getJsonName).toList();
    return new FieldProblem(
        owner.isEmpty() ? names.getFirst() : owner + "." + names.getFirst(),
        "must be given, or else " + either(names.subList(1, names.size())));
  }

  /** The oneof that the path ends in, none of whose fields was given; null for a field. */
  private static @Nullable OneofDescriptor oneof(List<FieldPathElement> path, Descriptor request) {
    var owner = request;
    for (var element : path) {
      var field = owner.findFieldByName(element.getFieldName());
      if (field == null) {
        return owner.getRealOneofs().stream()
            .filter(oneof -> oneof.getName().equals(element.getFieldName()))
            .findFirst()
            .orElse(null);
      }
      if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
        owner = field.getMessageType();
      }
    }
    return null;
  }

  /** The path in lowerCamel, with indexes. */
  private static String path(List<FieldPathElement> path) {
    return String.join(".", path.stream().map(ShapeProblems::name).toList());
  }

  private static String name(FieldPathElement element) {
    var name = lowerCamel(element.getFieldName());
    return element.hasIndex() ? "%s[%d]".formatted(name, element.getIndex()) : name;
  }

  private static String either(List<String> names) {
    return names.size() == 1
        ? names.getFirst()
        : "%s or %s"
            .formatted(String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
  }

  private static String words(Violation violation) {
    var rule = violation.getRuleValue();
    var message = violation.toProto().getMessage();
    return switch (violation.toProto().getRuleId()) {
      case "string.pattern" -> form(String.valueOf(value(rule)));
      case "string.email" -> "must be an email address, like \"ada@example.com\"";
      case "string.min_len" -> atLeast(rule, "characters");
      case "string.max_len" -> "must have at most %s characters".formatted(value(rule));
      case "string.in" -> "must be one of " + listed(value(rule));
      case "enum.defined_only" -> "must be a value that this version knows";
      case "enum.not_in" -> "must say something: name one of its other values";
      case "repeated.unique" -> "must not hold the same entry twice";
      case "repeated.min_items" -> atLeast(rule, "entries");
      case "repeated.max_items" -> "must have at most %s entries".formatted(value(rule));
      case String other ->
          SUBJECT
              .matcher(message)
              .replaceFirst("")
              .replace("greater than or equal to", "at least")
              .replace("less than or equal to", "at most");
    };
  }

  private static String atLeast(@Nullable FieldValue rule, String things) {
    var least = String.valueOf(value(rule));
    return least.equals("1")
        ? "must not be empty"
        : "must have at least %s %s".formatted(least, things);
  }

  private static @Nullable Object value(@Nullable FieldValue given) {
    return given == null ? null : given.getValue();
  }

  private static String listed(@Nullable Object values) {
    return values instanceof List<?> list
        ? String.join(", ", list.stream().map(String::valueOf).toList())
        : String.valueOf(values);
  }

  /** What a pattern asks for, in words. */
  static String form(String pattern) {
    var words = WORDS.get(pattern);
    if (words != null) {
      return words;
    }
    var form =
        ENDS.matcher(
                pattern
                    .replace(UUID_PATTERN, UUID_ONLY)
                    .replace(DATE_PATTERN, "YYYY-MM-DD")
                    .replace(CLOCK_PATTERN, "HH:MM"))
            .replaceAll("");
    return form.equals(UUID_ONLY) ? "must be a UUID" : "must look like \"%s\"".formatted(form);
  }
}
