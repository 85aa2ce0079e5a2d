package org.supportcenter.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportcenter.domain.schedule.Candidate;
import org.supportcenter.domain.schedule.Facts;
import org.supportcenter.domain.time.Span;

class RuleBookTest {

  static List<RuleCase> cases() {
    return RuleCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void breaksExactlyTheRulesOfTheTable(RuleCase line) {
    var violations = RuleBook.STANDARD.judge(line.scene().candidate(), line.scene().facts());

    assertThat(violations.stream().map(Violation::reason).collect(Collectors.toSet()))
        .isEqualTo(line.expected());
    assertThat(violations).isSortedAccordingTo((a, b) -> a.reason().compareTo(b.reason()));
    assertThat(violations)
        .allSatisfy(violation -> assertThat(violation.sentence()).matches("[A-Z].*\\.\\)?"));
  }

  @Test
  void hasOneRulePerReasonInTheOrderOfTheReasons() {
    assertThat(RuleBook.STANDARD.rules().stream().map(Rule::reason))
        .containsExactly(Reason.values());
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReasonHasCasesOnBothSidesOfItsEdge(Reason reason) {
    var about = RuleCases.all().stream().filter(line -> line.about() == reason).toList();

    assertThat(about).anyMatch(line -> line.expected().contains(reason));
    assertThat(about).anyMatch(line -> !line.expected().contains(reason));
  }

  @Test
  void namesARuleOnceWithTheWorstOfWhatIsInTheWay() {
    var scene =
        Scene.berlin()
            .booked("2027-03-02T10:30", "2027-03-02T12:00")
            .booked("2027-03-02T09:30", "2027-03-02T10:15");

    assertThat(RuleBook.STANDARD.judge(scene.candidate(), scene.facts()))
        .extracting(violation -> violation.metadata().get("startTime"))
        .containsExactly("2027-03-02T09:30:00Z");
  }

  @Test
  void aVisitReadForItsTechnicianAndForItsCustomerCountsOnce() {
    var scene = Scene.berlin().limit(2).booked("2027-03-02T14:00", "2027-03-02T15:00");
    var twice =
        new Facts(
            scene.facts().now(),
            List.of(scene.facts().booked().getFirst(), scene.facts().booked().getFirst()));

    assertThat(RuleBook.STANDARD.judge(scene.candidate(), twice)).isEmpty();
  }

  @Test
  void twoVisitsCanSwapTheirPlaces() {
    var scene =
        Scene.berlin().limit(2).buffers(15, 15).moving("2027-03-02T12:00", "2027-03-02T13:00");
    var other = scene.facts().booked().getFirst();
    var swapped = Scene.berlin().booked("2027-03-02T10:00", "2027-03-02T11:00");
    var second = swapped.facts().booked().getFirst();
    var facts = new Facts(scene.facts().now(), List.of(other, second));
    var one = scene.candidate();
    var two =
        new Candidate(
            second.id(),
            one.technician(),
            null,
            other.span(),
            one.bufferBefore(),
            one.bufferAfter(),
            one.requiredSkills(),
            true);

    assertThat(RuleBook.STANDARD.judge(List.of(one, two), facts)).allMatch(Verdict::accepted);
    assertThat(RuleBook.STANDARD.judge(one, facts)).isNotEmpty();
  }

  @Test
  void candidatesAreJudgedAgainstEachOtherToo() {
    var scene = Scene.berlin().limit(1);
    var one = scene.candidate();
    var facts = scene.facts();
    var later =
        new Candidate(
            null,
            one.technician(),
            null,
            new Span(scene.instant("2027-03-02T10:30"), scene.instant("2027-03-02T11:30")),
            one.bufferBefore(),
            one.bufferAfter(),
            one.requiredSkills(),
            true);

    assertThat(RuleBook.STANDARD.judge(List.of(one, later), facts))
        .allMatch(verdict -> verdict.breaks(Reason.OVERLAPS_APPOINTMENT))
        .allMatch(verdict -> verdict.breaks(Reason.DAILY_LIMIT_REACHED));
    assertThat(RuleBook.STANDARD.judge(List.of(one, one), facts))
        .allMatch(verdict -> verdict.breaks(Reason.OVERLAPS_APPOINTMENT));
  }
}
