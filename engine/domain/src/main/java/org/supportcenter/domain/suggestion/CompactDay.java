package org.supportcenter.domain.suggestion;

import java.time.Duration;
import org.supportcenter.domain.rule.Words;

/**
 * No free time before or after the visit that is too short for the shortest service: each side
 * without such a gap gives half of the weight.
 */
final class CompactDay implements Criterion {

  private static final int SIDES = 2;

  @Override
  public SoftRule rule() {
    return SoftRule.COMPACT_DAY;
  }

  @Override
  public int points(Spot spot, int weight) {
    var shortest = spot.roster().shortest;
    var sides =
        (wastes(spot.gapBefore(), shortest) ? 0 : 1) + (wastes(spot.gapAfter(), shortest) ? 0 : 1);
    return Criterion.share(weight, sides, SIDES);
  }

  @Override
  public String sentence(Spot spot) {
    var shortest = spot.roster().shortest;
    var before = wastes(spot.gapBefore(), shortest);
    var after = wastes(spot.gapAfter(), shortest);
    if (!before && !after) {
      return "It leaves no gap that is too short for another visit.";
    }
    var gaps =
        before && after
            ? length(spot.gapBefore()) + " before and " + length(spot.gapAfter()) + " after it"
            : before
                ? length(spot.gapBefore()) + " before it"
                : length(spot.gapAfter()) + " after it";
    return "It leaves %s, too short for the shortest visit of %s."
        .formatted(gaps, length(shortest));
  }

  private static boolean wastes(long gap, long shortest) {
    return gap > 0 && gap < shortest;
  }

  private static String length(long seconds) {
    return Words.length(Duration.ofSeconds(seconds));
  }
}
