package org.supportcenter.domain.time;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The working intervals of a week, in the order they were written.
 *
 * @param entries any number per weekday; breaks are the gaps between them
 */
public record WeeklyHours(List<Entry> entries) {

  /** No hours on any day. */
  public static final WeeklyHours NONE = new WeeklyHours(List.of());

  /**
   * One interval of one weekday.
   *
   * @param day the weekday it starts on
   */
  public record Entry(DayOfWeek day, LocalHours hours) {}

  public WeeklyHours {
    entries = List.copyOf(entries);
  }

  /** The same hours on each of the given days. */
  public static WeeklyHours of(LocalHours hours, DayOfWeek... days) {
    return new WeeklyHours(Stream.of(days).map(day -> new Entry(day, hours)).toList());
  }

  /** Whether no interval is given. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The intervals of one weekday, in the order they were written. */
  public List<LocalHours> on(DayOfWeek day) {
    var hours = new ArrayList<LocalHours>(2);
    for (var entry : entries) {
      if (entry.day() == day) {
        hours.add(entry.hours());
      }
    }
    return hours;
  }
}
