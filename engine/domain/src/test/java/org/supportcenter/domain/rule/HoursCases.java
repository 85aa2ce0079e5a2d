package org.supportcenter.domain.rule;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.supportcenter.domain.rule.Reason.OUTSIDE_WORKING_HOURS;
import static org.supportcenter.domain.rule.RuleCase.broken;
import static org.supportcenter.domain.rule.RuleCase.kept;
import static org.supportcenter.domain.rule.Scene.berlin;

import java.util.List;
import java.util.stream.Stream;
import org.supportcenter.domain.time.LocalHours;

/** Working hours: intervals, overrides, nights and clock changes. */
final class HoursCases {

  private static final List<RuleCase> DAYS =
      List.of(
          kept(
              OUTSIDE_WORKING_HOURS,
              "from opening to closing",
              berlin().asks("2027-03-02T08:00", "2027-03-02T18:00")),
          broken(
              OUTSIDE_WORKING_HOURS,
              "one second early",
              berlin().asks("2027-03-02T07:59:59", "2027-03-02T09:00")),
          broken(
              OUTSIDE_WORKING_HOURS,
              "one second late",
              berlin().asks("2027-03-02T17:00", "2027-03-02T18:00:01")),
          broken(
              OUTSIDE_WORKING_HOURS,
              "a day without hours",
              berlin().hours(WEDNESDAY, "08:00", "18:00")),
          broken(
              OUTSIDE_WORKING_HOURS,
              "across the lunch break",
              berlin()
                  .hours(TUESDAY, "08:00", "12:00")
                  .hours(TUESDAY, "13:00", "17:00")
                  .asks("2027-03-02T11:30", "2027-03-02T13:30")),
          kept(
              OUTSIDE_WORKING_HOURS,
              "across two intervals that touch",
              berlin()
                  .hours(TUESDAY, "12:00", "17:00")
                  .hours(TUESDAY, "08:00", "12:00")
                  .asks("2027-03-02T11:30", "2027-03-02T13:30")),
          kept(
              OUTSIDE_WORKING_HOURS,
              "a buffer may reach out of the hours",
              berlin().buffers(15, 15).asks("2027-03-02T17:00", "2027-03-02T18:00")),
          kept(
              OUTSIDE_WORKING_HOURS,
              "hours are the technician's, whatever UTC says",
              Scene.in("Asia/Kolkata").asks("2027-03-02T02:30:00Z", "2027-03-02T12:30:00Z")),
          broken(
              OUTSIDE_WORKING_HOURS,
              "an override that opens later",
              berlin().override("2027-03-02", LocalHours.of("12:00", "20:00"))),
          kept(
              OUTSIDE_WORKING_HOURS,
              "an override that opens a free day",
              berlin()
                  .hours(WEDNESDAY, "08:00", "18:00")
                  .override("2027-03-02", LocalHours.of("10:00", "11:00"))),
          broken(
              OUTSIDE_WORKING_HOURS,
              "an override that closes the day",
              berlin().override("2027-03-02")));

  private static final List<RuleCase> NIGHTS =
      List.of(
          kept(
              OUTSIDE_WORKING_HOURS,
              "up to midnight",
              berlin().daily("08:00", "24:00").asks("2027-03-02T23:00", "2027-03-03T00:00")),
          broken(
              OUTSIDE_WORKING_HOURS,
              "one second past midnight",
              berlin().daily("08:00", "24:00").asks("2027-03-02T23:00", "2027-03-03T00:00:01")),
          kept(
              OUTSIDE_WORKING_HOURS,
              "past midnight where the next day goes on at once",
              berlin().daily("00:00", "24:00").asks("2027-03-02T23:00", "2027-03-03T01:00")),
          kept(
              OUTSIDE_WORKING_HOURS,
              "a night shift",
              berlin()
                  .hours(TUESDAY, "22:00", "06:00")
                  .asks("2027-03-03T05:00", "2027-03-03T06:00")),
          broken(
              OUTSIDE_WORKING_HOURS,
              "the end of a night shift",
              berlin()
                  .hours(TUESDAY, "22:00", "06:00")
                  .asks("2027-03-03T05:00", "2027-03-03T06:00:01")),
          kept(
              OUTSIDE_WORKING_HOURS,
              "tonight's shift into a day that an override closes",
              berlin()
                  .hours(TUESDAY, "22:00", "06:00")
                  .override("2027-03-03")
                  .asks("2027-03-03T04:00", "2027-03-03T06:00")),
          broken(
              OUTSIDE_WORKING_HOURS,
              "a shift that an override takes away from the day it starts on",
              berlin()
                  .hours(TUESDAY, "22:00", "06:00")
                  .override("2027-03-02")
                  .asks("2027-03-03T04:00", "2027-03-03T06:00")),
          kept(
              OUTSIDE_WORKING_HOURS,
              "a shift of an override runs into the next day too",
              berlin()
                  .hours(SATURDAY, "08:00", "09:00")
                  .override("2027-03-02", LocalHours.of("20:00", "04:00"))
                  .asks("2027-03-03T03:00", "2027-03-03T04:00")),
          kept(
              OUTSIDE_WORKING_HOURS,
              "a whole day and night from nine to nine",
              berlin()
                  .hours(TUESDAY, "09:00", "09:00")
                  .asks("2027-03-02T09:00", "2027-03-03T09:00")));

  private static final List<RuleCase> CLOCK_CHANGES =
      List.of(
          kept(
              OUTSIDE_WORKING_HOURS,
              "an opening in the lost hour is the instant of the jump",
              berlin()
                  .hours(SUNDAY, "02:30", "06:00")
                  .asks("2027-03-28T03:00", "2027-03-28T04:00")),
          broken(
              OUTSIDE_WORKING_HOURS,
              "a closing in the lost hour is the instant of the jump",
              berlin()
                  .hours(SUNDAY, "00:00", "02:30")
                  .asks("2027-03-28T01:30", "2027-03-28T03:00:01")),
          kept(
              OUTSIDE_WORKING_HOURS,
              "until a closing in the lost hour",
              berlin()
                  .hours(SUNDAY, "00:00", "02:30")
                  .asks("2027-03-28T01:30", "2027-03-28T03:00")),
          kept(
              OUTSIDE_WORKING_HOURS,
              "an opening in the doubled hour is its first pass",
              berlin()
                  .advance(300)
                  .hours(SUNDAY, "02:30", "06:00")
                  .asks("2027-10-31T02:30:00+02:00", "2027-10-31T02:30:00+01:00")),
          broken(
              OUTSIDE_WORKING_HOURS,
              "before an opening in the doubled hour",
              berlin()
                  .advance(300)
                  .hours(SUNDAY, "02:30", "06:00")
                  .asks("2027-10-31T02:29:59+02:00", "2027-10-31T03:00:00+01:00")),
          kept(
              OUTSIDE_WORKING_HOURS,
              "a closing in the doubled hour is its second pass",
              berlin()
                  .advance(300)
                  .hours(SUNDAY, "00:00", "02:30")
                  .asks("2027-10-31T02:00:00+01:00", "2027-10-31T02:30:00+01:00")),
          kept(
              OUTSIDE_WORKING_HOURS,
              "thirty minutes more on Lord Howe",
              Scene.in("Australia/Lord_Howe")
                  .advance(60)
                  .hours(SUNDAY, "01:30", "02:00")
                  .asks("2027-04-04T01:30:00+11:00", "2027-04-04T02:00:00+10:30")),
          kept(
              OUTSIDE_WORKING_HOURS,
              "a day of 23 hours is worked whole",
              Scene.in("America/St_Johns")
                  .daily("00:00", "24:00")
                  .asks("2027-03-14T00:00", "2027-03-15T00:00")),
          kept(
              OUTSIDE_WORKING_HOURS,
              "New York opens at its own nine after the jump",
              Scene.in("America/New_York")
                  .daily("09:00", "17:00")
                  .asks("2027-03-14T13:00:00Z", "2027-03-14T21:00:00Z")));

  static final List<RuleCase> ALL =
      Stream.of(DAYS, NIGHTS, CLOCK_CHANGES).flatMap(List::stream).toList();

  private HoursCases() {}
}
