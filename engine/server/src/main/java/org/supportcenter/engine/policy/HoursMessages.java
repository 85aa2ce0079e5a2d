package org.supportcenter.engine.policy;

import java.time.DayOfWeek;
import java.util.List;
import org.supportcenter.domain.time.LocalHours;
import org.supportcenter.v1.Hours;
import org.supportcenter.v1.WeeklyHours;

/**
 * Working hours on the wire. Their shape was validated before; intervals may touch and overlap,
 * which is the same as one.
 */
public final class HoursMessages {

  private HoursMessages() {}

  /** The hours of one date, for the wire. */
  public static List<Hours> ofDay(List<LocalHours> hours) {
    return hours.stream()
        .map(
            interval ->
                Hours.newBuilder()
                    .setFrom(interval.from().toString())
                    .setTo(interval.to().toString())
                    .build())
        .toList();
  }

  /** The hours of one date, from the wire. */
  public static List<LocalHours> readDay(List<Hours> hours) {
    return hours.stream()
        .map(interval -> LocalHours.of(interval.getFrom(), interval.getTo()))
        .toList();
  }

  static List<WeeklyHours> ofWeek(org.supportcenter.domain.time.WeeklyHours hours) {
    return hours.entries().stream()
        .map(
            entry ->
                WeeklyHours.newBuilder()
                    .setDayValue(entry.day().getValue())
                    .setFrom(entry.hours().from().toString())
                    .setTo(entry.hours().to().toString())
                    .build())
        .toList();
  }

  static org.supportcenter.domain.time.WeeklyHours readWeek(List<WeeklyHours> hours) {
    return new org.supportcenter.domain.time.WeeklyHours(
        hours.stream().map(HoursMessages::entry).toList());
  }

  private static org.supportcenter.domain.time.WeeklyHours.Entry entry(WeeklyHours interval) {
    return new org.supportcenter.domain.time.WeeklyHours.Entry(
        DayOfWeek.of(interval.getDayValue()), LocalHours.of(interval.getFrom(), interval.getTo()));
  }
}
