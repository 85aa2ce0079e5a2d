package org.supportcenter.store.policy;

import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Stream;
import org.supportcenter.domain.time.LocalHours;
import org.supportcenter.domain.time.WeeklyHours;

/**
 * Working hours as the tables keep them: {@code MONDAY 09:00-17:00} in a week, {@code 09:00-17:00}
 * on a date.
 */
public final class HoursText {

  private HoursText() {}

  /** The column's value for weekly hours. */
  public static String[] ofWeek(WeeklyHours hours) {
    return hours.entries().stream()
        .map(entry -> entry.day() + " " + entry.hours())
        .toArray(String[]::new);
  }

  /** The weekly hours a column holds. */
  public static WeeklyHours readWeek(String[] column) {
    return new WeeklyHours(Stream.of(column).map(HoursText::entry).toList());
  }

  /** The column's value for the hours of one date. */
  public static String[] ofDay(List<LocalHours> hours) {
    return hours.stream().map(LocalHours::toString).toArray(String[]::new);
  }

  /** The hours of one date a column holds. */
  public static List<LocalHours> readDay(String[] column) {
    return Stream.of(column).map(HoursText::hours).toList();
  }

  private static WeeklyHours.Entry entry(String text) {
    int space = text.indexOf(' ');
    return new WeeklyHours.Entry(
        DayOfWeek.valueOf(text.substring(0, space)), hours(text.substring(space + 1)));
  }

  private static LocalHours hours(String text) {
    int dash = text.indexOf('-');
    return LocalHours.of(text.substring(0, dash), text.substring(dash + 1));
  }
}
