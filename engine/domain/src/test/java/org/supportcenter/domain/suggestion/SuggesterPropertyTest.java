package org.supportcenter.domain.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.supportcenter.domain.rule.RuleBook;
import org.supportcenter.domain.rule.Seed;
import org.supportcenter.domain.rule.World;
import org.supportcenter.domain.rule.Worlds;
import org.supportcenter.domain.slot.Slot;
import org.supportcenter.domain.slot.SlotSearch;

/** In random worlds the suggestions are what the published formulas say of every listed slot. */
class SuggesterPropertyTest {

  private static final int WITH_SLOTS = 200;

  private final SlotSearch search = new SlotSearch(RuleBook.STANDARD);
  private final Suggester suggester = new Suggester(search);

  @Test
  void theFirstIsTheBestOfAllSlotsAndTheOthersDiffer() {
    long seed = Seed.of(SuggesterPropertyTest.class);
    var worlds = Worlds.of(seed, 10 * WITH_SLOTS).filter(this::compare).limit(WITH_SLOTS);

    assertThat(worlds.count()).isEqualTo(WITH_SLOTS);
  }

  /** Whether there was anything to compare. */
  private boolean compare(World world) {
    var wishes = new Wishes(world);
    var situation = wishes.situation();
    var preferences = wishes.preferences();
    var settings = wishes.settings();
    var plain = new PlainEvaluation(situation, preferences, settings);
    var listed = search.slots(situation.enquiries(), situation.window(), situation.facts());
    var suggestions = suggester.suggest(situation, preferences, settings, Suggester.USUAL);
    if (listed.isEmpty()) {
      assertThat(suggestions).isEmpty();
      return false;
    }
    var sums = listed.stream().collect(Collectors.toMap(slot -> slot, plain::sum));
    var best =
        listed.stream()
            .min(
                Comparator.comparing((Slot slot) -> sums.get(slot))
                    .reversed()
                    .thenComparing(Slot.BY_START))
            .orElseThrow();
    assertThat(suggestions.getFirst().slot()).as(world.toString()).isEqualTo(best);
    for (var suggestion : suggestions) {
      assertThat(listed).as(world.toString()).contains(suggestion.slot());
      assertThat(
              suggestion.contributions().stream()
                  .collect(Collectors.toMap(Contribution::rule, Contribution::points)))
          .as(world.toString())
          .isEqualTo(plain.points(suggestion.slot()));
    }
    assertDiverse(suggestions);
    return true;
  }

  private static void assertDiverse(List<Suggestion> suggestions) {
    for (var one : suggestions) {
      for (var other : suggestions) {
        if (one != other && one.slot().technicianId().equals(other.slot().technicianId())) {
          var apart = Duration.between(one.slot().span().start(), other.slot().span().start());
          assertThat(apart.abs()).isGreaterThan(Duration.ofHours(1));
        }
      }
    }
  }
}
