package org.supportcenter.domain.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Reads wall-clock times as instants; the one place that knows what a clock change does to them.
 */
public final class WallClock {

  private WallClock() {}

  /** The instant of a wall time that opens something: of two, the earlier. */
  static Instant opening(LocalDateTime wall, ZoneId zone) {
    return resolve(wall, zone, true);
  }

  /** The instant of a wall time that closes something: of two, the later. */
  static Instant closing(LocalDateTime wall, ZoneId zone) {
    return resolve(wall, zone, false);
  }

  /** The first instant of a local date. */
  public static Instant startOfDay(LocalDate date, ZoneId zone) {
    return opening(date.atStartOfDay(), zone);
  }

  /**
   * Whole local days, 23 to 25 hours each.
   *
   * @param first first local date inside
   * @param last last local date inside, not before {@code first}
   */
  public static Span days(LocalDate first, LocalDate last, ZoneId zone) {
    return new Span(startOfDay(first, zone), startOfDay(last.plusDays(1), zone));
  }

  /** The date the clock of the zone shows at the instant. */
  public static LocalDate dateOf(Instant instant, ZoneId zone) {
    return LocalDate.ofInstant(instant, zone);
  }

  private static Instant resolve(LocalDateTime wall, ZoneId zone, boolean earlier) {
    var rules = zone.getRules();
    var offsets = rules.getValidOffsets(wall);
    if (offsets.isEmpty()) {
      return rules.getTransition(wall).getInstant();
    }
    ZoneOffset offset = earlier ? offsets.getFirst() : offsets.getLast();
    return wall.toInstant(offset);
  }
}
