package org.supportcenter.domain.rule;

import static org.supportcenter.domain.rule.Reason.CUSTOMER_OVERLAP;
import static org.supportcenter.domain.rule.Reason.DAILY_LIMIT_REACHED;
import static org.supportcenter.domain.rule.Reason.MISSING_SKILL;
import static org.supportcenter.domain.rule.Reason.NOTICE_TOO_SHORT;
import static org.supportcenter.domain.rule.Reason.OUTSIDE_WORKING_HOURS;
import static org.supportcenter.domain.rule.Reason.OVERLAPS_APPOINTMENT;
import static org.supportcenter.domain.rule.Reason.START_IN_PAST;
import static org.supportcenter.domain.rule.Reason.TECHNICIAN_INACTIVE;
import static org.supportcenter.domain.rule.Reason.TIME_OFF;
import static org.supportcenter.domain.rule.RuleCase.broken;
import static org.supportcenter.domain.rule.RuleCase.kept;
import static org.supportcenter.domain.rule.Scene.COLLEAGUE;
import static org.supportcenter.domain.rule.Scene.CUSTOMER;
import static org.supportcenter.domain.rule.Scene.TECHNICIAN;
import static org.supportcenter.domain.rule.Scene.berlin;
import static org.supportcenter.domain.schedule.Occupancy.APPOINTMENT;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** Limits, skills, the disabled, and everything at once. */
final class TechnicianCases {

  private static final List<RuleCase> LIMITS =
      List.of(
          broken(
              DAILY_LIMIT_REACHED,
              "the day is full",
              berlin().limit(1).booked("2027-03-02T14:00", "2027-03-02T15:00")),
          kept(
              DAILY_LIMIT_REACHED,
              "the last place",
              berlin().limit(2).booked("2027-03-02T14:00", "2027-03-02T15:00")),
          kept(
              DAILY_LIMIT_REACHED,
              "no limit",
              berlin()
                  .booked("2027-03-02T14:00", "2027-03-02T15:00")
                  .booked("2027-03-02T15:00", "2027-03-02T16:00")),
          broken(
              DAILY_LIMIT_REACHED,
              "a completed visit counts",
              berlin().limit(1).completed("2027-03-02T08:00", "2027-03-02T09:00")),
          broken(
              DAILY_LIMIT_REACHED,
              "a hold counts",
              berlin().limit(1).held("2027-03-02T14:00", "2027-03-02T15:00")),
          kept(
              DAILY_LIMIT_REACHED,
              "the moved visit does not count against itself",
              berlin().limit(1).moving("2027-03-02T14:00", "2027-03-02T15:00")),
          kept(
              DAILY_LIMIT_REACHED,
              "a colleague's visits",
              berlin()
                  .limit(1)
                  .add(COLLEAGUE, null, "2027-03-02T14:00", "2027-03-02T15:00", 0, APPOINTMENT)),
          kept(
              DAILY_LIMIT_REACHED,
              "a visit past midnight belongs to the day it starts on",
              berlin().limit(1).booked("2027-03-01T23:30", "2027-03-02T00:30")),
          broken(
              DAILY_LIMIT_REACHED,
              "starting late on the same day, ending on the next",
              berlin().limit(1).booked("2027-03-02T23:30", "2027-03-03T00:30")),
          kept(
              DAILY_LIMIT_REACHED,
              "the day is the technician's, not that of UTC",
              Scene.in("Pacific/Auckland")
                  .limit(1)
                  .booked("2027-03-02T09:00", "2027-03-02T10:00")
                  .asks("2027-03-03T09:00", "2027-03-03T10:00")),
          broken(
              DAILY_LIMIT_REACHED,
              "one day of the technician over two of UTC",
              Scene.in("America/Los_Angeles")
                  .limit(1)
                  .booked("2027-03-02T09:00", "2027-03-02T10:00")
                  .asks("2027-03-02T17:00", "2027-03-02T18:00")),
          kept(
              DAILY_LIMIT_REACHED,
              "a limit lowered since is no concern of another day",
              berlin()
                  .limit(1)
                  .booked("2027-03-03T09:00", "2027-03-03T10:00")
                  .booked("2027-03-03T10:00", "2027-03-03T11:00")));

  private static final List<RuleCase> PEOPLE =
      List.of(
          broken(MISSING_SKILL, "none of one", berlin().needs("network")),
          broken(MISSING_SKILL, "one of two", berlin().needs("network", "phone").has("phone")),
          kept(MISSING_SKILL, "both and more", berlin().needs("a", "b").has("a", "b", "c")),
          kept(MISSING_SKILL, "none needed", berlin().has("a")),
          broken(TECHNICIAN_INACTIVE, "disabled", berlin().disabled()),
          kept(TECHNICIAN_INACTIVE, "enabled", berlin()),
          new RuleCase(
              CUSTOMER_OVERLAP,
              "much at once",
              berlin()
                  .now("2027-03-02T20:30")
                  .notice(Duration.ofHours(1))
                  .asks("2027-03-02T20:00", "2027-03-02T21:00")
                  .customer(CUSTOMER)
                  .add(TECHNICIAN, CUSTOMER, "2027-03-02T20:30", "2027-03-02T22:00", 0, APPOINTMENT)
                  .timeOff("2027-03-02T20:59", "2027-03-03T00:00")
                  .limit(1)
                  .needs("network")
                  .disabled(),
              EnumSet.of(
                  START_IN_PAST,
                  NOTICE_TOO_SHORT,
                  OUTSIDE_WORKING_HOURS,
                  TIME_OFF,
                  OVERLAPS_APPOINTMENT,
                  DAILY_LIMIT_REACHED,
                  MISSING_SKILL,
                  TECHNICIAN_INACTIVE,
                  CUSTOMER_OVERLAP)));

  static final List<RuleCase> ALL = Stream.of(LIMITS, PEOPLE).flatMap(List::stream).toList();

  private TechnicianCases() {}
}
