package org.supportcenter.domain.rule;

import java.util.List;
import org.supportcenter.domain.schedule.Candidate;

/**
 * What was found about one candidate.
 *
 * @param violations every broken rule once, about the worst of what breaks it, in the order of
 *     {@link Reason}; empty when it may stand
 */
public record Verdict(Candidate candidate, List<Violation> violations) {

  public Verdict {
    violations = List.copyOf(violations);
  }

  /** Whether no rule is broken. */
  public boolean accepted() {
    return violations.isEmpty();
  }

  /** Whether the rule of the reason is broken. */
  public boolean breaks(Reason reason) {
    return violations.stream().anyMatch(violation -> violation.reason() == reason);
  }
}
