package org.supportcenter.domain.time;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One working interval in wall-clock time, belonging to the day it starts on. When {@code to} is
 * not after {@code from} it runs into the next day (22:00-06:00; 09:00-09:00 is a whole day and
 * night).
 *
 * @param from opening, before 24:00
 * @param to closing, up to 24:00
 */
public record LocalHours(ClockTime from, ClockTime to) {

  /**
   * @throws IllegalArgumentException with a sentence for the caller when {@code from} is 24:00
   */
  public LocalHours {
    if (from.isEndOfDay()) {
      throw new IllegalArgumentException("must start before 24:00");
    }
  }

  /**
   * Reads two {@code HH:MM} times.
   *
   * @throws IllegalArgumentException when either is malformed or {@code from} is 24:00
   */
  public static LocalHours of(String from, String to) {
    return new LocalHours(ClockTime.parse(from), ClockTime.parse(to));
  }

  /** Whether the interval ends on the day after the one it starts on (ending at 24:00 is not). */
  public boolean runsIntoNextDay() {
    return to.compareTo(from) <= 0;
  }

  /**
   * The interval as it really happens on one date. An opening that a clock change skips is the
   * instant of the change, and so is a closing; where the clock runs an hour twice, it opens in the
   * first pass and closes in the second.
   *
   * @param date the local date the interval starts on
   * @param zone whose clock is read
   * @return null when a clock change swallows the interval
   */
  public @Nullable Span on(LocalDate date, ZoneId zone) {
    var closingDate = runsIntoNextDay() || to.isEndOfDay() ? date.plusDays(1) : date;
    return Span.between(
        WallClock.opening(date.atTime(from.toLocalTime()), zone),
        WallClock.closing(closingDate.atTime(to.toLocalTime()), zone));
  }

  /**
   * The intervals that start on some dates as they really happen, each as written, sorted.
   *
   * @param first first local date
   * @param last last local date, included
   * @param zone whose clock is read
   * @param hours those of a date
   */
  public static List<Span> between(
      LocalDate first, LocalDate last, ZoneId zone, Function<LocalDate, List<LocalHours>> hours) {
    var spans = new ArrayList<Span>();
    for (var date = first; !date.isAfter(last); date = date.plusDays(1)) {
      for (var interval : hours.apply(date)) {
        var span = interval.on(date, zone);
        if (span != null) {
          spans.add(span);
        }
      }
    }
    spans.sort(null);
    return spans;
  }

  /** {@code HH:MM-HH:MM}. */
  @Override
  public String toString() {
    return from + "-" + to;
  }
}
