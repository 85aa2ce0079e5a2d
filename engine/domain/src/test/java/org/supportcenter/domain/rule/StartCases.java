package org.supportcenter.domain.rule;

import static org.supportcenter.domain.rule.Reason.BEYOND_BOOKING_WINDOW;
import static org.supportcenter.domain.rule.Reason.NOTICE_TOO_SHORT;
import static org.supportcenter.domain.rule.Reason.START_IN_PAST;
import static org.supportcenter.domain.rule.RuleCase.broken;
import static org.supportcenter.domain.rule.RuleCase.kept;
import static org.supportcenter.domain.rule.Scene.berlin;

import java.time.Duration;
import java.util.List;

/** When a visit may start, seen from now. */
final class StartCases {

  static final List<RuleCase> ALL =
      List.of(
          broken(
              START_IN_PAST,
              "an hour ago",
              berlin().now("2027-03-02T11:00").asks("2027-03-02T10:00", "2027-03-02T11:00")),
          broken(START_IN_PAST, "this very second", berlin().now("2027-03-02T10:00")),
          kept(START_IN_PAST, "in one second", berlin().now("2027-03-02T09:59:59")),
          kept(
              START_IN_PAST,
              "a running visit that is only made longer",
              berlin()
                  .now("2027-03-02T10:30")
                  .moving("2027-03-02T10:00", "2027-03-02T10:45")
                  .startUnchanged()),
          broken(
              NOTICE_TOO_SHORT,
              "one second too late",
              berlin().notice(Duration.ofHours(2)).now("2027-03-02T08:00:01")),
          kept(
              NOTICE_TOO_SHORT,
              "exactly the notice",
              berlin().notice(Duration.ofHours(2)).now("2027-03-02T08:00")),
          kept(
              NOTICE_TOO_SHORT,
              "elapsed time across the lost hour",
              berlin()
                  .notice(Duration.ofHours(2))
                  .now("2027-03-28T01:00")
                  .daily("00:00", "24:00")
                  .asks("2027-03-28T04:00", "2027-03-28T05:00")),
          broken(
              NOTICE_TOO_SHORT,
              "a past start breaks both",
              berlin().notice(Duration.ofMinutes(1)).now("2027-03-02T10:00:01"),
              START_IN_PAST),
          broken(
              START_IN_PAST,
              "a past start where no notice is asked for breaks one",
              berlin().notice(Duration.ZERO).now("2027-03-02T10:00:01")),
          kept(
              NOTICE_TOO_SHORT,
              "a confirm is not asked for notice",
              berlin().notice(Duration.ofHours(2)).now("2027-03-02T09:00").startUnchanged()),
          kept(
              BEYOND_BOOKING_WINDOW,
              "the last day counts to its end",
              berlin()
                  .advance(1)
                  .daily("00:00", "24:00")
                  .now("2027-03-01T00:00")
                  .asks("2027-03-02T23:59", "2027-03-03T00:59")),
          broken(
              BEYOND_BOOKING_WINDOW,
              "the midnight after the last day",
              berlin()
                  .advance(1)
                  .daily("00:00", "24:00")
                  .now("2027-03-01T23:59")
                  .asks("2027-03-03T00:00", "2027-03-03T01:00")),
          broken(
              BEYOND_BOOKING_WINDOW, "nothing but today, and it is tomorrow", berlin().advance(0)),
          kept(
              BEYOND_BOOKING_WINDOW,
              "nothing but today, and it is today",
              berlin().advance(0).now("2027-03-02T00:00")),
          kept(
              BEYOND_BOOKING_WINDOW,
              "days are those of the technician, who is already a day ahead",
              Scene.in("Pacific/Kiritimati")
                  .advance(1)
                  .now("2027-03-01T10:30:00Z")
                  .asks("2027-03-03T10:00", "2027-03-03T11:00")),
          broken(
              BEYOND_BOOKING_WINDOW,
              "days are those of the technician, who is still a day behind",
              Scene.in("Pacific/Pago_Pago")
                  .advance(1)
                  .now("2027-03-02T10:30:00Z")
                  .asks("2027-03-03T10:00", "2027-03-03T11:00")),
          kept(
              BEYOND_BOOKING_WINDOW,
              "a visit far ahead that only changes its length",
              berlin().advance(0).startUnchanged()));

  private StartCases() {}
}
