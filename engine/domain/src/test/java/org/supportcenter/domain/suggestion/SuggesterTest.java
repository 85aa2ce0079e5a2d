package org.supportcenter.domain.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supportcenter.domain.rule.RuleBook;
import org.supportcenter.domain.rule.Scene;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Occupancy;
import org.supportcenter.domain.schedule.TechnicianFacts;
import org.supportcenter.domain.slot.SlotSearch;
import org.supportcenter.domain.ticket.Priority;
import org.supportcenter.domain.time.Span;
import org.supportcenter.domain.travel.Point;
import org.supportcenter.domain.travel.TravelSettings;

/** One small case per soft rule, with the numbers of the published formulas. */
class SuggesterTest {

  private static final Point HOME = new Point(52.5, 13.4);

  private final Suggester suggester = new Suggester(new SlotSearch(RuleBook.STANDARD));

  private SuggestionSettings settings = SuggestionSettings.DEFAULTS;
  private Set<UUID> running = Set.of();
  private Map<UUID, Point> points = Map.of();
  private Map<UUID, Point> homes = Map.of();

  @Test
  void anEarlierStartIsBetterTheMoreUrgentTheMore() {
    var scene = Scene.berlin();

    assertThat(contribution(scene, preferring(Priority.NORMAL, null), SoftRule.SOONER))
        .isEqualTo(
            new Contribution(
                SoftRule.SOONER, 133, "It starts in 1 day 1 hour; the priority is NORMAL."));
    assertThat(contribution(scene, preferring(Priority.URGENT, null), SoftRule.SOONER).points())
        .isEqualTo(266);
  }

  @Test
  void aVisitAfterTheDueTimeGetsHalf() {
    var scene = Scene.berlin();
    var due = scene.instant("2027-03-02T08:30");

    assertThat(contribution(scene, preferring(Priority.NORMAL, due), SoftRule.SOONER))
        .isEqualTo(
            new Contribution(
                SoftRule.SOONER,
                166,
                "It starts in 1 day 1 hour; the priority is NORMAL, and it ends after the ticket"
                    + " is due: Tue 2 Mar 2027 08:30 (Europe/Berlin)."));
  }

  @Test
  void aGapTooShortForTheShortestServiceIsAvoided() {
    var scene = Scene.berlin().booked("2027-03-02T09:15", "2027-03-02T18:00");

    assertThat(contribution(scene, Preferences.NONE, SoftRule.COMPACT_DAY))
        .isEqualTo(
            new Contribution(
                SoftRule.COMPACT_DAY,
                30,
                "It leaves 15 minutes after it, too short for the shortest visit of 1 hour."));
    assertThat(contribution(Scene.berlin(), Preferences.NONE, SoftRule.COMPACT_DAY).points())
        .isEqualTo(60);
  }

  @Test
  void theLastAndThePreferredTechnicianGetTheWholeWeight() {
    var preferences =
        new Preferences(Priority.NORMAL, null, Scene.TECHNICIAN, Scene.COLLEAGUE, List.of(), null);

    assertThat(contribution(Scene.berlin(), preferences, SoftRule.SAME_TECHNICIAN))
        .isEqualTo(
            new Contribution(SoftRule.SAME_TECHNICIAN, 120, "The technician made the last visit."));
    assertThat(contribution(Scene.berlin(), preferences, SoftRule.PREFERRED_TECHNICIAN))
        .isEqualTo(
            new Contribution(
                SoftRule.PREFERRED_TECHNICIAN, 0, "It is not with the technician asked for."));
  }

  @Test
  void aTimeAskedForPullsTheVisitToItself() {
    var scene = Scene.berlin();
    var time = scene.span("2027-03-02T13:00", "2027-03-02T14:30");
    var preferences = new Preferences(Priority.LOW, null, null, null, List.of(time), null);

    assertThat(starts(scene, preferences, 1)).containsExactly("2027-03-02T13:00");
  }

  @Test
  void aShortWayIsBetterAndOneThatThereIsNoTimeForIsWorthNothing() {
    var scene = Scene.berlin().booked("2027-03-02T09:30", "2027-03-02T18:00");
    points = Map.of(new UUID(4, 0), new Point(52.5, 13.6));
    homes = Map.of(Scene.TECHNICIAN, HOME);
    var preferences = new Preferences(Priority.NORMAL, null, null, null, List.of(), HOME);

    assertThat(contribution(scene, preferences, SoftRule.LESS_TRAVEL))
        .isEqualTo(
            new Contribution(
                SoftRule.LESS_TRAVEL,
                77,
                "The way to it takes 0 minutes, and the way from it takes 28 minutes."));
  }

  @Test
  void suggestionsKeepClearOfAVisitThatRunsOver() {
    var scene =
        Scene.berlin().now("2027-03-02T10:20").booked("2027-03-02T09:00", "2027-03-02T10:00");
    settings =
        new SuggestionSettings(
            new Weights(Map.of(SoftRule.COMPACT_DAY, 0)), TravelSettings.DEFAULTS);
    running = Set.of(new UUID(4, 0));

    assertThat(starts(scene, Preferences.NONE, 1)).containsExactly("2027-03-02T10:45");
    running = Set.of();
    assertThat(starts(scene, Preferences.NONE, 1)).containsExactly("2027-03-02T10:30");
  }

  @Test
  void noTwoWithOneTechnicianStartWithinAnHourOfEachOther() {
    assertThat(starts(Scene.berlin(), Preferences.NONE, 4))
        .containsExactly(
            "2027-03-02T08:00", "2027-03-02T09:15", "2027-03-02T10:30", "2027-03-02T11:45");
  }

  @Test
  void whoHasLessBookedComesFirstWhenAllElseIsEqual() {
    var scene =
        Scene.berlin()
            .add(
                Scene.TECHNICIAN,
                null,
                "2027-03-04T09:00",
                "2027-03-04T13:00",
                0,
                Occupancy.APPOINTMENT);
    var enquiry = Enquiry.like(scene.candidate());
    var colleague = enquiry.with(colleague(enquiry));
    var situation = situation(scene, List.of(enquiry, colleague));

    var best = suggest(situation, Preferences.NONE, 1).getFirst();

    assertThat(best.slot().technicianId()).isEqualTo(Scene.COLLEAGUE);
    assertThat(best.contributions())
        .contains(
            new Contribution(
                SoftRule.BALANCED_LOAD,
                25,
                "The technician has 0 minutes booked in that week, less than an even share of 2"
                    + " hours."));
  }

  private static TechnicianFacts colleague(Enquiry enquiry) {
    var own = enquiry.technician();
    return new TechnicianFacts(
        Scene.COLLEAGUE,
        own.zone(),
        true,
        own.skills(),
        own.policy(),
        own.dateOverrides(),
        own.timeOff(),
        own.closures(),
        own.busy());
  }

  private static Preferences preferring(Priority priority, @Nullable Instant due) {
    return new Preferences(priority, due, null, null, List.of(), null);
  }

  private Contribution contribution(Scene scene, Preferences preferences, SoftRule rule) {
    return suggest(situation(scene), preferences, 1).getFirst().contributions().stream()
        .filter(contribution -> contribution.rule() == rule)
        .findFirst()
        .orElseThrow();
  }

  private List<String> starts(Scene scene, Preferences preferences, int most) {
    var starts = new ArrayList<String>();
    for (var suggestion : suggest(situation(scene), preferences, most)) {
      var start = suggestion.slot().span().start();
      starts.add(LocalDateTime.ofInstant(start, scene.zone()).toString());
    }
    return starts;
  }

  private List<Suggestion> suggest(Situation situation, Preferences preferences, int most) {
    return suggester.suggest(situation, preferences, settings, most);
  }

  private Situation situation(Scene scene) {
    return situation(scene, List.of(Enquiry.like(scene.candidate())));
  }

  /** Tuesday 2 March 2027, all day. */
  private Situation situation(Scene scene, List<Enquiry> enquiries) {
    Span window = scene.span("2027-03-02T00:00", "2027-03-03T00:00");
    return new Situation(enquiries, window, scene.facts(), running, points, homes, null);
  }
}
