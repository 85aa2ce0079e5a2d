package org.supportcenter.domain.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The working intervals of a week, in the order they were written. Thread-safe; equal to others
 * with the same entries. Most of a team share theirs, and a search reads the same dates of them
 * again and again, so the instants of some stretches of dates are remembered.
 */
public final class WeeklyHours {

  /** No hours on any day. */
  public static final WeeklyHours NONE = new WeeklyHours(List.of());

  private static final int MOST_REMEMBERED = 64;

  private final List<Entry> entries;
  private final int hash;
  private final Map<Dates, List<Span>> remembered = new ConcurrentHashMap<>();

  /**
   * One interval of one weekday.
   *
   * @param day the weekday it starts on
   */
  public record Entry(DayOfWeek day, LocalHours hours) {}

  private record Dates(LocalDate first, LocalDate last, ZoneId zone) {}

  /** Of any number of entries per weekday; breaks are the gaps between them. */
  public WeeklyHours(List<Entry> entries) {
    this.entries = List.copyOf(entries);
    this.hash = this.entries.hashCode();
  }

  /** The same hours on each of the given days. */
  public static WeeklyHours of(LocalHours hours, DayOfWeek... days) {
    return new WeeklyHours(Stream.of(days).map(day -> new Entry(day, hours)).toList());
  }

  /** As they were written. */
  public List<Entry> entries() {
    return entries;
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

  /**
   * The intervals that start on some dates as they really happen, each as written, sorted.
   *
   * @param first first local date
   * @param last last local date, included
   * @param zone whose clock is read
   */
  public List<Span> between(LocalDate first, LocalDate last, ZoneId zone) {
    var dates = new Dates(first, last, zone);
    var known = remembered.get(dates);
    if (known == null) {
      known = List.copyOf(LocalHours.between(first, last, zone, date -> on(date.getDayOfWeek())));
      if (remembered.size() >= MOST_REMEMBERED) {
        remembered.clear();
      }
      remembered.put(dates, known);
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof WeeklyHours hours
            && hash == hours.hash
            && entries.equals(hours.entries));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return entries.toString();
  }
}
