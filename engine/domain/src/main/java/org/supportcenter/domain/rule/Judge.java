package org.supportcenter.domain.rule;

import java.util.List;
import org.supportcenter.domain.schedule.Candidate;
import org.supportcenter.domain.schedule.Facts;

/** Says which rules a visit would break. Thread-safe, without side effects. */
public interface Judge {

  /**
   * Judges candidates that are to stand together: each against the facts and against the others,
   * all their old places void.
   *
   * @return one verdict per candidate, in the same order
   */
  List<Verdict> judge(List<Candidate> candidates, Facts facts);

  /** Judges one candidate; all broken rules, empty when it may stand. */
  default List<Violation> judge(Candidate candidate, Facts facts) {
    return judge(List.of(candidate), facts).getFirst().violations();
  }
}
