package org.supportcenter.domain.refusal;

import java.util.Locale;
import java.util.regex.Pattern;

/** How fields are named to callers. */
public final class FieldNames {

  private static final Pattern SNAKE = Pattern.compile("_([a-z0-9])");

  private FieldNames() {}

  /** A field or path as it is written in JSON: {@code start_time} is {@code startTime}. */
  public static String lowerCamel(String name) {
    return SNAKE.matcher(name).replaceAll(part -> part.group(1).toUpperCase(Locale.ROOT));
  }
}
