package org.supportcenter.domain.suggestion;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
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
  private final int firstWeek;
  private final int lastWeek;
  private final Map<WorkingHours, Stretches> working = new ConcurrentHashMap<>();
  private final Map<ZoneId, long[]> dayStarts = new ConcurrentHashMap<>();
  private final Map<ZoneId, long[]> weekStarts = new ConcurrentHashMap<>();

  Calendars(Span window) {
    this.window = window;
    this.around = Weeks.around(window);
    this.firstWeek = week(around.start());
    this.lastWeek = week(around.end());
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

  /** The number of the first week of those around the window. */
  int firstWeek() {
    return firstWeek;
  }

  /** How many weeks that are. */
  int weeks() {
    return lastWeek - firstWeek + 1;
  }

  /**
   * The first instants of the weeks around the window, from {@link #firstWeek} on, and of the week
   * after, in epoch seconds.
   */
  long[] weekStarts(ZoneId zone) {
    return weekStarts.computeIfAbsent(zone, this::startsOfWeeks);
  }

  private long[] startsOfWeeks(ZoneId zone) {
    return IntStream.rangeClosed(firstWeek, lastWeek + 1)
        .mapToLong(week -> WallClock.startOfDay(Weeks.monday(week), zone).getEpochSecond())
        .toArray();
  }

  private long[] startsOfDays(ZoneId zone) {
    var last = WallClock.dateOf(window.end(), zone);
    return WallClock.dateOf(window.start(), zone)
        .datesUntil(last.plusDays(2))
        .mapToLong(date -> WallClock.startOfDay(date, zone).getEpochSecond())
        .toArray();
  }

  private static int week(Instant instant) {
    return Weeks.of(LocalDate.ofInstant(instant, ZoneOffset.UTC));
  }
}
