package org.supportcenter.domain.schedule;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.supportcenter.domain.time.Span;
import org.supportcenter.domain.time.WallClock;

/**
 * Days on which the whole tenant is closed: whole local days of each technician.
 *
 * @param first first local date closed
 * @param last last local date closed, not before {@code first}
 * @param label what the people call it, maybe empty
 */
public record Closure(UUID id, LocalDate first, LocalDate last, String label) {

  /**
   * @throws IllegalArgumentException when it ends before it starts
   */
  public Closure {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("A closure must not end before it starts: " + first);
    }
  }

  /** The closed time as a technician in the zone lives it. */
  public Span in(ZoneId zone) {
    return WallClock.days(first, last, zone);
  }
}
