package org.supportcenter.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.supportcenter.domain.schedule.Occupancy;

/** What managers read. */
class WordsTest {

  @Test
  void saysHowMuchBufferIsMissing() {
    var violation =
        only(Scene.berlin().buffers(0, 15).booked("2027-03-02T11:05", "2027-03-02T12:00", 10));

    assertThat(violation.sentence())
        .isEqualTo(
            "The gap to an appointment from Tue 2 Mar 2027 11:05 to 12:00 (Europe/Berlin) is 5"
                + " minutes; it must be at least 25 minutes.");
    assertThat(violation.metadata())
        .containsExactly(
            entry("actualMinutes", "5"),
            entry("endTime", "2027-03-02T11:00:00Z"),
            entry("requiredMinutes", "25"),
            entry("startTime", "2027-03-02T10:05:00Z"));
    assertThat(violation.conflict()).isNotNull();
  }

  @Test
  void saysWhenTheTechnicianWorks() {
    var violation = only(Scene.berlin().asks("2027-03-02T17:30", "2027-03-02T18:30"));

    assertThat(violation.sentence())
        .isEqualTo(
            "Tue 2 Mar 2027 17:30 to 18:30 is outside the working hours: the technician works Tue 2"
                + " Mar 2027 08:00 to 18:00 (Europe/Berlin).");
    assertThat(violation.metadata())
        .containsEntry("minutesOutside", "30")
        .containsEntry("workingStartTime", "2027-03-02T07:00:00Z")
        .containsEntry("workingEndTime", "2027-03-02T17:00:00Z")
        .containsEntry("timeZone", "Europe/Berlin");
  }

  @Test
  void saysWhenTheTechnicianWorksOnEachDayOfTheVisit() {
    var violation = only(Scene.berlin().asks("2027-03-02T17:30", "2027-03-03T08:30"));

    assertThat(violation.sentence())
        .endsWith(
            "the technician works Tue 2 Mar 2027 08:00 to 18:00 and Wed 3 Mar 2027 08:00 to 18:00"
                + " (Europe/Berlin).");
    assertThat(violation.metadata()).containsEntry("minutesOutside", "840");
  }

  @Test
  void saysThatTheDayIsFree() {
    assertThat(only(Scene.berlin().override("2027-03-02")).sentence())
        .isEqualTo(
            "Tue 2 Mar 2027 10:00 to 11:00 is outside the working hours: the technician does not"
                + " work on Tue 2 Mar 2027 (Europe/Berlin).");
  }

  @Test
  void saysTheEarliestStart() {
    var violation = only(Scene.berlin().notice(Duration.ofMinutes(90)).now("2027-03-02T09:15"));

    assertThat(violation.sentence())
        .isEqualTo(
            "The start is only 45 minutes away; the notice needed is 1 hour 30 minutes, so the"
                + " earliest start is Tue 2 Mar 2027 10:45 (Europe/Berlin).");
    assertThat(violation.metadata())
        .containsEntry("requiredMinutes", "90")
        .containsEntry("actualMinutes", "45");
  }

  @Test
  void theEarliestStartIsAWholeSecondThatKeepsTheNotice() {
    var violation =
        only(Scene.berlin().notice(Duration.ofMinutes(90)).now("2027-03-02T09:15:00.5+01:00"));

    assertThat(violation.metadata()).containsEntry("earliestStartTime", "2027-03-02T09:45:01Z");
  }

  @Test
  void saysTheLimitAndTheCount() {
    var violation =
        only(
            Scene.berlin()
                .limit(1)
                .booked("2027-03-02T14:00", "2027-03-02T15:00")
                .booked("2027-03-02T15:00", "2027-03-02T16:00"));

    assertThat(violation.sentence())
        .isEqualTo(
            "The technician already has 2 appointments on Tue 2 Mar 2027 (Europe/Berlin); the limit"
                + " is 1 a day.");
    assertThat(violation.metadata())
        .containsExactly(entry("count", "2"), entry("date", "2027-03-02"), entry("limit", "1"));
  }

  @Test
  void redactionLeavesNoTraceOfTheOtherVisit() {
    var violation =
        only(
            Scene.berlin()
                .customer(Scene.CUSTOMER)
                .add(
                    Scene.COLLEAGUE,
                    Scene.CUSTOMER,
                    "2027-03-02T10:00",
                    "2027-03-02T11:00",
                    0,
                    Occupancy.APPOINTMENT));

    assertThat(violation.redacted())
        .isEqualTo(
            new Violation(
                Reason.CUSTOMER_OVERLAP,
                new Subject(Subject.Kind.CUSTOMER, Scene.CUSTOMER),
                null,
                Reason.CUSTOMER_OVERLAP.summary(),
                new TreeMap<>()));
  }

  private static Violation only(Scene scene) {
    var violations = RuleBook.STANDARD.judge(scene.candidate(), scene.facts());
    assertThat(violations).hasSize(1);
    return violations.getFirst();
  }
}
