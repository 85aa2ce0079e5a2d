package org.supportcenter.domain.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.supportcenter.domain.rule.RuleBook;
import org.supportcenter.domain.rule.Scene;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.TechnicianFacts;

class AlternativesTest {

  private final Alternatives alternatives = new Alternatives(new SlotSearch(RuleBook.STANDARD));

  @Test
  void theNearestComeFirstAndOfTwoEquallyNearTheEarlier() {
    var scene = Scene.berlin().booked("2027-03-02T10:00", "2027-03-02T11:00");

    assertThat(nearest(scene))
        .containsExactly("2027-03-02T09:00", "2027-03-02T11:00", "2027-03-02T08:45");
  }

  @Test
  void aFullDayGivesPlacesOnTheDaysAround() {
    var scene = Scene.berlin().limit(1).booked("2027-03-02T14:00", "2027-03-02T15:00");

    assertThat(nearest(scene))
        .containsExactly("2027-03-01T17:00", "2027-03-01T16:45", "2027-03-01T16:30");
  }

  @Test
  void aPastStartIsAnsweredWithTheFirstPossibleOnes() {
    var scene = Scene.berlin().asks("2020-03-02T10:00", "2020-03-02T11:00");

    assertThat(nearest(scene))
        .containsExactly("2027-03-01T08:00", "2027-03-01T08:15", "2027-03-01T08:30");
  }

  @Test
  void aStartBeyondTheBookingWindowIsAnsweredWithTheLastPossibleOnes() {
    var scene = Scene.berlin().advance(2).asks("2028-03-02T10:00", "2028-03-02T11:00");

    assertThat(nearest(scene))
        .containsExactly("2027-03-03T17:00", "2027-03-03T16:45", "2027-03-03T16:30");
  }

  @Test
  void aMonthIsSearchedWhereAWeekGivesNothing() {
    var scene = Scene.berlin().timeOff("2027-02-01T00:00", "2027-03-20T00:00");
    var asked = scene.candidate().span().start();
    var windows = alternatives.windows(scene.technician(), asked, scene.facts().now());

    assertThat(windows).hasSize(2);
    assertThat(windows.get(1).contains(windows.get(0))).isTrue();
    assertThat(nearest(scene))
        .containsExactly("2027-03-20T08:00", "2027-03-20T08:15", "2027-03-20T08:30");
  }

  @Test
  void aDisabledTechnicianHasNoneAndColleaguesFillUp() {
    var scene = Scene.berlin().disabled();
    var enquiry = Enquiry.like(scene.candidate());
    var asked = scene.candidate().span().start();
    var colleague =
        new TechnicianFacts(
            Scene.COLLEAGUE,
            scene.zone(),
            true,
            enquiry.technician().skills(),
            scene.policy(),
            enquiry.technician().dateOverrides(),
            List.of(),
            List.of(),
            List.of());
    var window = alternatives.windows(colleague, asked, scene.facts().now()).getFirst();
    var own = alternatives.nearest(List.of(enquiry), asked, window, scene.facts(), 3);
    var others =
        alternatives.nearest(List.of(enquiry.with(colleague)), asked, window, scene.facts(), 3);

    assertThat(own).isEmpty();
    assertThat(Alternatives.combine(own, others)).hasSize(3);
    assertThat(others.getFirst().span().start()).isEqualTo(asked);
    assertThat(others).extracting(Slot::technicianId).containsOnly(Scene.COLLEAGUE);
  }

  @Test
  void nothingIsSearchedWhereNothingCanBeBooked() {
    var scene = Scene.berlin().advance(0).notice(Duration.ofDays(3));

    assertThat(alternatives.windows(scene.technician(), Instant.EPOCH, scene.facts().now()))
        .isEmpty();
  }

  @Test
  void othersAreLookedAtAroundTheAskedStartWhateverTheNoticeOfTheOneAskedFor() {
    var scene = Scene.berlin().advance(0).notice(Duration.ofDays(3));
    var now = scene.facts().now();
    var asked = now.plus(Duration.ofDays(20));
    var own = alternatives.windows(Scene.berlin().advance(2).technician(), asked, now);

    assertThat(alternatives.windowsOfOthers(List.of(), asked, now))
        .singleElement()
        .satisfies(window -> assertThat(window.contains(asked)).isTrue());
    assertThat(alternatives.windowsOfOthers(own, asked, now))
        .hasSize(2)
        .endsWith(own.getFirst())
        .allSatisfy(window -> assertThat(window.start()).isAfterOrEqualTo(now.minusSeconds(1)));
  }

  @Test
  void idsAreOrderedLikeTheirText() {
    var small = UUID.fromString("11111111-1111-4111-8111-111111111111");
    var large = UUID.fromString("f1111111-1111-4111-8111-111111111111");
    var span = Scene.berlin().span("2027-03-02T10:00", "2027-03-02T11:00");

    assertThat(Slot.BY_START.compare(new Slot(small, span), new Slot(large, span))).isNegative();
  }

  private List<String> nearest(Scene scene) {
    var candidate = scene.candidate();
    var asked = candidate.span().start();
    var enquiry = List.of(Enquiry.like(candidate));
    var found = List.<Slot>of();
    for (var window : alternatives.windows(candidate.technician(), asked, scene.facts().now())) {
      if (found.size() < Alternatives.MOST) {
        found = alternatives.nearest(enquiry, asked, window, scene.facts(), Alternatives.MOST);
      }
    }
    return found.stream()
        .map(slot -> LocalDateTime.ofInstant(slot.span().start(), scene.zone()).toString())
        .toList();
  }
}
