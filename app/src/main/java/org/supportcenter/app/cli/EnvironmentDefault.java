package org.supportcenter.app.cli;

import java.lang.reflect.AnnotatedElement;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/**
 * Where an option's value comes from when it is not given, as its annotation says: {@code
 * ${env:NAME:-default}}.
 *
 * @param variable the environment variable; null if there is none
 * @param value the default; null if there is none
 */
record EnvironmentDefault(@Nullable String variable, @Nullable String value) {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{env:(?<name>[A-Z0-9_]+)(?::-(?<value>.+)?)?}");

  static EnvironmentDefault of(OptionSpec option) {
    if (!(option.userObject() instanceof AnnotatedElement element)) {
      return new EnvironmentDefault(null, null);
    }
    var annotation = element.getAnnotation(Option.class);
    if (annotation == null || annotation.defaultValue().equals(Option.NULL_VALUE)) {
      return new EnvironmentDefault(null, null);
    }
    var written = annotation.defaultValue();
    if (written.equals("__no_default_value__")) {
      return new EnvironmentDefault(null, null);
    }
    var variable = VARIABLE.matcher(written);
    return variable.matches()
        ? new EnvironmentDefault(variable.group("name"), variable.group("value"))
        : new EnvironmentDefault(null, written);
  }

  /** In words, for a help text; empty if there is nothing to say. */
  String inWords() {
    if (variable == null) {
      return value == null ? "" : "Default: %s.".formatted(value);
    }
    return value == null
        ? "Environment: %s.".formatted(variable)
        : "Environment: %s; default: %s.".formatted(variable, value);
  }
}
