package org.supportcenter.domain.suggestion;

import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.supportcenter.domain.schedule.WorkingHours;
import org.supportcenter.domain.time.Span;
import org.supportcenter.domain.time.WallClock;

/**
 * Working time and days around the window of one request. Most of a team work alike, so each
 * calendar is worked out once. Thread-safe.
 */
final class Calendars {

  private final Span window;
  private final Span around;
  private final Map<WorkingHours, Stretches> working = new ConcurrentHashMap<>();
  private final Map<ZoneId, long[]> dayStarts = new ConcurrentHashMap<>();

  Calendars(Span window) {
    this.window = window;
    this.around = Weeks.around(window);
  }

  /** Working time of the weeks the window touches, absences not taken out. */
  Stretches working(WorkingHours hours) {
    return working.computeIfAbsent(hours, all -> Stretches.of(all.joined(around)));
  }

  /**
   * The first instants of the local days the window touches, and of the day after, in epoch
   * seconds.
   */
  long[] dayStarts(ZoneId zone) {
    return dayStarts.computeIfAbsent(zone, this::startsOfDays);
  }

  private long[] startsOfDays(ZoneId zone) {
    var last = WallClock.dateOf(window.end(), zone);
    return WallClock.dateOf(window.start(), zone)
        .datesUntil(last.plusDays(2))
        .mapToLong(date -> WallClock.startOfDay(date, zone).getEpochSecond())
        .toArray();
  }
}
