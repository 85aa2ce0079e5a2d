package org.supportcenter.domain.suggestion;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.supportcenter.domain.time.Span;

/** Weeks from Monday to Sunday, by their number since the one of 1 January 1970. */
public final class Weeks {

  /** 1 January 1970 was a Thursday. */
  private static final int DAYS_BEFORE_EPOCH = 3;

  private static final int DAYS = 7;

  private Weeks() {}

  /** The week a date lies in. */
  static int of(LocalDate date) {
    return Math.toIntExact(Math.floorDiv(date.toEpochDay() + DAYS_BEFORE_EPOCH, (long) DAYS));
  }

  /** The Monday of a week. */
  static LocalDate monday(int week) {
    return LocalDate.ofEpochDay((long) week * DAYS - DAYS_BEFORE_EPOCH);
  }

  /**
   * A span that holds every week, in any zone, in which a start of the window can lie. It is what
   * loads are counted over.
   */
  public static Span around(Span window) {
    // No zone is further than a day from UTC.
    var first = monday(of(utcDate(window.start()).minusDays(1))).minusDays(1);
    var last = monday(of(utcDate(window.end()).plusDays(1)) + 1).plusDays(1);
    return new Span(instant(first), instant(last));
  }

  private static LocalDate utcDate(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private static Instant instant(LocalDate date) {
    return date.atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
