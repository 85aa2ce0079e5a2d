package org.supportcenter.store.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as the JSON of the API shows them; a text stands by itself, nothing is the empty text. */
final class Json {

  private Json() {}

  static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** UTC, with as many digits of the second as there are. */
  static String time(@Nullable Instant instant) {
    return text(instant);
  }

  static String duration(Duration duration) {
    return duration.toSeconds() + "s";
  }

  static String number(@Nullable Double value) {
    var digits = text(value);
    return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
  }

  /** An array of the entries' JSON; empty when there are none. */
  static <T> String array(List<T> entries, Function<T, String> json) {
    return entries.isEmpty()
        ? ""
        : entries.stream().map(json).collect(Collectors.joining(",", "[", "]"));
  }

  /** A string literal. */
  static String quoted(String text) {
    var json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
