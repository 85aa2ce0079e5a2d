package org.supportcenter.domain.suggestion;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.rule.Reason;

/**
 * Why there is no slot: what stands in the way of the candidates.
 *
 * @param counts of the rules that any candidate breaks, in the order of {@link Reason}
 */
public record Exclusions(List<Count> counts) {

  /**
   * What one rule stands in the way of.
   *
   * @param broken candidates that break it
   * @param alone those of them that break no other rule
   */
  public record Count(Reason reason, int broken, int alone) {}

  public Exclusions {
    counts = List.copyOf(counts);
  }

  /**
   * The rule that alone stands in the way of most candidates, of equals the first; null when every
   * candidate breaks several.
   */
  public @Nullable Reason relaxation() {
    return counts.stream()
        .filter(count -> count.alone() > 0)
        // Sorting is stable, so of equals the first stays first.
        .sorted(Comparator.comparingInt(Count::alone).reversed())
        .map(Count::reason)
        .findFirst()
        .orElse(null);
  }
}
