package org.supportcenter.solver.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.domain.plan.PlanRule.KEEP_PUBLISHED;
import static org.supportcenter.domain.plan.PlanRule.LESS_TRAVEL;

import ai.timefold.solver.core.config.solver.EnvironmentMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.supportcenter.domain.plan.FixedVisit;
import org.supportcenter.domain.plan.Placement;
import org.supportcenter.domain.plan.PlanProgress;
import org.supportcenter.domain.plan.PlanTask;
import org.supportcenter.domain.rule.Reason;
import org.supportcenter.domain.rule.RuleBook;
import org.supportcenter.domain.schedule.Candidate;
import org.supportcenter.domain.schedule.Facts;

class TimefoldPlannerTest {

  private static final Duration SHORT = Duration.ofMillis(1500);

  private final TimefoldPlanner planner = new TimefoldPlanner();

  @Test
  void placesABacklogWithoutBreakingARule() {
    var task =
        new Tasks(1, 6, 8)
            .fixed(0, "2027-03-01T09:00:00Z", 120)
            .fixed(0, "2027-03-01T12:00:00Z", 60)
            .fixed(3, "2027-03-02T08:00:00Z", 240)
            .requests(80)
            .task();

    var plan = planner.plan(task, List.of(), SHORT, _ -> true);

    assertThat(plan.score().unplaced()).isZero();
    assertThat(plan.placements()).hasSize(80);
    assertBreaksNothing(task, plan);
  }

  @Test
  void scoresWhatTheSearchCounted() {
    var task =
        new Tasks(2, 3, 5)
            .fixed(1, "2027-03-02T09:00:00Z", 60)
            .promised(0, "2027-03-02T09:00:00Z", 60)
            .requests(20)
            .task();

    // Timefold scores everything anew after every move and fails when it differs.
    var plan =
        new TimefoldPlanner(EnvironmentMode.FULL_ASSERT).plan(task, List.of(), SHORT, _ -> true);

    assertBreaksNothing(task, plan);
  }

  @Test
  void keepsPromisedVisitsWhereTheyAreWhenSomebodyIsAway() {
    var tasks = new Tasks(3, 4, null);
    for (int hour = 8; hour < 15; hour++) {
      tasks.promised(0, "2027-03-01T%02d:00:00Z".formatted(hour), 45);
      tasks.promised(1, "2027-03-02T%02d:00:00Z".formatted(hour), 45);
    }
    var task = tasks.away(0).task();
    var away = task.technicians().getFirst().id();

    var plan = planner.plan(task, List.of(), SHORT, _ -> true);

    assertThat(plan.score().unplaced()).isZero();
    assertThat(plan.placements()).noneMatch(each -> each.technicianId().equals(away));
    assertBreaksNothing(task, plan);
    var standing =
        task.visits().stream()
            .filter(visit -> !visit.current().technicianId().equals(away))
            .map(
                visit ->
                    new Placement(
                        visit.id(), visit.current().technicianId(), visit.current().span().start()))
            .collect(Collectors.toSet());
    assertThat(plan.placements()).containsAll(standing);
    assertThat(plan.score().of(KEEP_PUBLISHED)).isPositive();
  }

  @Test
  void movesVisitsUnderAWaiverOnlyWhenItPays() {
    var task =
        new Tasks(6, 3, null)
            .promised(0, "2027-03-01T19:00:00Z", 60, Reason.OUTSIDE_WORKING_HOURS)
            .promised(1, "2027-03-01T09:00:00Z", 60)
            .promised(1, "2027-03-01T10:05:00Z", 60, Reason.BUFFER_TOO_SHORT)
            .promised(2, "2027-03-01T19:00:00Z", 60)
            .task();

    var plan =
        new TimefoldPlanner(EnvironmentMode.FULL_ASSERT).plan(task, List.of(), SHORT, _ -> true);

    for (var visit : task.visits().subList(0, 3)) {
      var stays =
          new Placement(visit.id(), visit.current().technicianId(), visit.current().span().start());
      assertThat(plan.placements()).contains(stays);
    }
    assertThat(plan.score().unplaced()).isZero();
    assertThat(plan.score().of(KEEP_PUBLISHED)).isPositive();
  }

  @Test
  void goesOnFromAnEarlierPlanAndStopsWhenNobodyWantsMore() {
    var task = new Tasks(4, 5, null).requests(40).task();
    var first = planner.plan(task, List.of(), SHORT, _ -> true);

    var second = planner.plan(task, first.placements(), Duration.ofMinutes(10), _ -> false);

    assertThat(second.score().unplaced()).isZero();
    assertThat(second.score().of(LESS_TRAVEL))
        .isLessThanOrEqualTo(first.score().of(LESS_TRAVEL) * 11 / 10);
  }

  @Test
  void leavesOutWhatNobodyCanDoAndSaysSo() {
    var task = new Tasks(5, 1, 2).requests(30).task();

    var plan = planner.plan(task, List.of(), SHORT, _ -> true);

    // Five days with two visits each.
    assertThat(plan.placements()).hasSizeLessThanOrEqualTo(10);
    assertThat(plan.score().unplaced()).isEqualTo(30 - plan.placements().size());
    assertBreaksNothing(task, plan);
  }

  @Test
  void endsAtOnceWhenThereIsNothingToPlan() {
    var began = System.nanoTime();

    for (int technicians = 0; technicians < 2; technicians++) {
      var task = new Tasks(7, technicians, null).task();
      assertThat(planner.plan(task, List.of(), Duration.ofMinutes(10), _ -> true).placements())
          .isEmpty();
    }

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMinutes(1));
  }

  private static void assertBreaksNothing(PlanTask task, PlanProgress plan) {
    var candidates = new ArrayList<Candidate>();
    for (var visit : task.visits()) {
      plan.placements().stream()
          .filter(placement -> placement.visitId().equals(visit.id()))
          .forEach(
              placement ->
                  visit.options().stream()
                      .filter(option -> option.technician().id().equals(placement.technicianId()))
                      .map(option -> option.at(placement.start()))
                      .forEach(candidates::add));
    }
    var fixed = task.fixed().stream().map(FixedVisit::visit).toList();

    assertThat(candidates).hasSameSizeAs(plan.placements());
    assertThat(RuleBook.STANDARD.judge(candidates, new Facts(Tasks.NOW, fixed)))
        .allSatisfy(verdict -> assertThat(verdict.violations()).isEmpty());
    assertThat(plan.placements())
        .extracting(Placement::start)
        .isSortedAccordingTo(Instant::compareTo);
  }
}
