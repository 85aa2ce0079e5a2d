package org.supportcenter.domain.rule;

import static org.supportcenter.domain.rule.Reason.EXTERNALLY_BUSY;
import static org.supportcenter.domain.rule.Reason.TIME_OFF;
import static org.supportcenter.domain.rule.RuleCase.broken;
import static org.supportcenter.domain.rule.RuleCase.kept;
import static org.supportcenter.domain.rule.Scene.berlin;

import java.util.List;

/** Time off, closures and other calendars. */
final class AbsenceCases {

  static final List<RuleCase> ALL =
      List.of(
          broken(
              TIME_OFF,
              "its last second",
              berlin().timeOff("2027-03-02T10:59:59", "2027-03-05T00:00")),
          kept(
              TIME_OFF,
              "it starts when the visit ends",
              berlin().timeOff("2027-03-02T11:00", "2027-03-05T00:00")),
          kept(
              TIME_OFF,
              "it ends when the visit starts",
              berlin().timeOff("2027-03-01T00:00", "2027-03-02T10:00")),
          kept(
              TIME_OFF,
              "buffers may reach into it",
              berlin().buffers(30, 30).timeOff("2027-03-02T11:00", "2027-03-05T00:00")),
          broken(TIME_OFF, "a closing day", berlin().closure("2027-03-02", "2027-03-02")),
          broken(TIME_OFF, "the last closing day", berlin().closure("2027-02-20", "2027-03-02")),
          broken(TIME_OFF, "the first closing day", berlin().closure("2027-03-02", "2027-03-09")),
          kept(TIME_OFF, "the day after a closure", berlin().closure("2027-02-20", "2027-03-01")),
          kept(TIME_OFF, "the day before a closure", berlin().closure("2027-03-03", "2027-03-09")),
          broken(
              TIME_OFF,
              "a closing day forbids the part of a night shift that it meets",
              berlin()
                  .daily("22:00", "06:00")
                  .closure("2027-03-03", "2027-03-03")
                  .asks("2027-03-02T23:00", "2027-03-03T00:00:01")),
          kept(
              TIME_OFF,
              "the part of a night shift before a closing day",
              berlin()
                  .daily("22:00", "06:00")
                  .closure("2027-03-03", "2027-03-03")
                  .asks("2027-03-02T23:00", "2027-03-03T00:00")),
          kept(
              TIME_OFF,
              "closing days are the technician's days",
              Scene.in("Pacific/Auckland")
                  .closure("2027-03-01", "2027-03-01")
                  .asks("2027-03-01T20:00:00Z", "2027-03-01T21:00:00Z")),
          broken(
              EXTERNALLY_BUSY,
              "its last second",
              berlin().busy("2027-03-02T10:59:59", "2027-03-02T12:00")),
          kept(
              EXTERNALLY_BUSY,
              "it starts when the visit ends",
              berlin().busy("2027-03-02T11:00", "2027-03-02T12:00")),
          broken(
              EXTERNALLY_BUSY,
              "the visit's own buffer after meets it",
              berlin().buffers(0, 15).busy("2027-03-02T11:14:59", "2027-03-02T12:00")),
          kept(
              EXTERNALLY_BUSY,
              "the visit's own buffer after just fits",
              berlin().buffers(0, 15).busy("2027-03-02T11:15", "2027-03-02T12:00")),
          broken(
              EXTERNALLY_BUSY,
              "the visit's own buffer before meets it",
              berlin().buffers(15, 0).busy("2027-03-02T09:00", "2027-03-02T09:45:01")),
          kept(
              EXTERNALLY_BUSY,
              "the visit's own buffer before just fits",
              berlin().buffers(15, 0).busy("2027-03-02T09:00", "2027-03-02T09:45")));

  private AbsenceCases() {}
}
