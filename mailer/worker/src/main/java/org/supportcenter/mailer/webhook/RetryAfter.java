package org.supportcenter.mailer.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After}: seconds, or a date as RFC 9110 writes it. */
final class RetryAfter {

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private RetryAfter() {}

  /**
   * How long the receiver wants to be left in peace.
   *
   * @param header null when there was none
   * @return never negative nor longer than we put up with; null when nothing sensible is asked for
   */
  static @Nullable Duration read(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    var text = header.strip();
    if (SECONDS.matcher(text).matches()) {
      return within(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      var until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return within(Duration.between(now, until));
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  private static Duration within(Duration asked) {
    if (asked.isNegative()) {
      return Duration.ZERO;
    }
    return asked.compareTo(RetrySchedule.LONGEST_ASKED_FOR) > 0
        ? RetrySchedule.LONGEST_ASKED_FOR
        : asked;
  }
}
