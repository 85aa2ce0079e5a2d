package org.supportcenter.domain.schedule;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.supportcenter.domain.time.LocalHours;
import org.supportcenter.domain.time.Span;
import org.supportcenter.domain.time.Spans;
import org.supportcenter.domain.time.WallClock;
import org.supportcenter.domain.time.WeeklyHours;

/**
 * One technician's working intervals, read off the wall clock of the technician's zone. Those of
 * technicians who work alike are equal.
 */
public record WorkingHours(
    ZoneId zone, WeeklyHours weekly, Map<LocalDate, List<LocalHours>> overrides) {

  /** The hours that start on a date, as written; none when the day is closed. */
  public List<LocalHours> on(LocalDate date) {
    var override = overrides.isEmpty() ? null : overrides.get(date);
    return override != null ? override : weekly.on(date.getDayOfWeek());
  }

  /**
   * Every interval that may meet the span, as written: unjoined, sorted, not clipped. Those that
   * start on the day before are among them, since they may run past midnight.
   */
  public List<Span> asWritten(Span span) {
    var first = WallClock.dateOf(span.start(), zone).minusDays(1);
    var last = WallClock.dateOf(span.end(), zone);
    return overrides.isEmpty()
        ? weekly.between(first, last, zone)
        : LocalHours.between(first, last, zone, this::on);
  }

  /** The intervals that may meet the span, touching and overlapping ones joined, sorted. */
  public List<Span> joined(Span span) {
    return Spans.join(asWritten(span));
  }
}
