package org.supportcenter.domain.suggestion;

import java.util.List;
import org.supportcenter.domain.slot.Slot;

/**
 * A slot and why it is suggested.
 *
 * @param contributions of every soft rule, in the order of {@link SoftRule}
 */
public record Suggestion(Slot slot, List<Contribution> contributions) {

  public Suggestion {
    contributions = List.copyOf(contributions);
  }

  /** What all soft rules give together. */
  public int points() {
    return contributions.stream().mapToInt(Contribution::points).sum();
  }
}
