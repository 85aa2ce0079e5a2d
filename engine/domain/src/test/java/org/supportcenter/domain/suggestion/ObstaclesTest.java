package org.supportcenter.domain.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.domain.rule.Reason.DAILY_LIMIT_REACHED;
import static org.supportcenter.domain.rule.Reason.MISSING_SKILL;
import static org.supportcenter.domain.rule.Reason.OUTSIDE_WORKING_HOURS;
import static org.supportcenter.domain.rule.Reason.OVERLAPS_APPOINTMENT;
import static org.supportcenter.domain.rule.Reason.TIME_OFF;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.supportcenter.domain.rule.Amounts;
import org.supportcenter.domain.rule.Reason;
import org.supportcenter.domain.rule.RuleBook;
import org.supportcenter.domain.rule.Scene;
import org.supportcenter.domain.rule.Seed;
import org.supportcenter.domain.rule.Worlds;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.suggestion.Exclusions.Count;

class ObstaclesTest {

  private final Obstacles obstacles = new Obstacles(RuleBook.STANDARD);

  @Test
  void everyCandidateCountsUnderEveryRuleItBreaks() {
    var scene = Scene.berlin().timeOff("2027-03-02T00:00", "2027-03-03T00:00");

    var exclusions = count(scene);

    // 40 quarter hours from 8 to 18; the last three leave no room for an hour.
    assertThat(exclusions.counts())
        .containsExactly(new Count(OUTSIDE_WORKING_HOURS, 3, 0), new Count(TIME_OFF, 40, 37));
    assertThat(exclusions.relaxation()).isEqualTo(TIME_OFF);
  }

  @Test
  void theRuleThatAloneStandsInTheWayOfMostIsNamedThoughAnotherIsBrokenMoreOften() {
    var scene = Scene.berlin().limit(1).booked("2027-03-02T08:00", "2027-03-02T13:15");

    var exclusions = count(scene);

    assertThat(exclusions.counts())
        .containsExactly(
            new Count(OUTSIDE_WORKING_HOURS, 3, 0),
            new Count(OVERLAPS_APPOINTMENT, 21, 0),
            new Count(DAILY_LIMIT_REACHED, 40, 16));
    assertThat(exclusions.relaxation()).isEqualTo(DAILY_LIMIT_REACHED);
  }

  @Test
  void whereNobodyWorksThereIsACandidateEveryStep() {
    var scene = Scene.berlin().hours(DayOfWeek.MONDAY, "08:00", "18:00");

    var exclusions = count(scene);

    assertThat(exclusions.counts()).containsExactly(new Count(OUTSIDE_WORKING_HOURS, 96, 96));
    assertThat(exclusions.relaxation()).isEqualTo(OUTSIDE_WORKING_HOURS);
  }

  @Test
  void thereIsNoRelaxationWhereEveryCandidateBreaksSeveralRules() {
    var scene = Scene.berlin().needs("network").timeOff("2027-03-02T00:00", "2027-03-03T00:00");

    assertThat(count(scene).counts()).contains(new Count(MISSING_SKILL, 40, 0));
    assertThat(count(scene).relaxation()).isNull();
  }

  @Test
  void countsWhatTheRuleBookCounts() {
    long seed = Seed.of(ObstaclesTest.class);
    Worlds.of(seed, 200)
        .forEach(
            world -> {
              var enquiry = Enquiry.like(world.candidates().getFirst());
              var hours = enquiry.technician().workingHours().asWritten(world.window());
              if (hours.stream().noneMatch(world.window()::overlaps)) {
                return;
              }
              var broken = new EnumMap<Reason, Integer>(Reason.class);
              var step = enquiry.technician().policy().slotStep();
              var others = world.facts().others(List.of(enquiry.at(world.facts().now())));
              var starts = new TreeSet<Instant>();
              for (var interval : hours) {
                for (var at = interval.start(); interval.contains(at); at = at.plus(step)) {
                  starts.add(at);
                }
              }
              for (var start : starts) {
                for (var rule : RuleBook.STANDARD.rules()) {
                  if (world.window().contains(start)
                      && Amounts.broken(rule, enquiry.at(start), others, world.facts().now()) > 0) {
                    broken.merge(rule.reason(), 1, Integer::sum);
                  }
                }
              }
              var situation =
                  new Situation(
                      List.of(enquiry),
                      world.window(),
                      world.facts(),
                      Set.of(),
                      Map.of(),
                      Map.of(),
                      null);
              var counted = new EnumMap<Reason, Integer>(Reason.class);
              for (var count : obstacles.count(situation).counts()) {
                counted.put(count.reason(), count.broken());
              }
              assertThat(counted).as(world.toString()).isEqualTo(broken);
            });
  }

  private Exclusions count(Scene scene) {
    return obstacles.count(
        new Situation(
            List.of(Enquiry.like(scene.candidate())),
            scene.span("2027-03-02T00:00", "2027-03-03T00:00"),
            scene.facts(),
            Set.of(),
            Map.of(),
            Map.of(),
            null));
  }
}
