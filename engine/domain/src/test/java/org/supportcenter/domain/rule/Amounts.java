package org.supportcenter.domain.rule;

import java.time.Instant;
import java.util.List;
import org.supportcenter.domain.schedule.Proposal;
import org.supportcenter.domain.schedule.Visit;

/** Asks rules for their amounts, in the plainest way. */
public final class Amounts {

  private Amounts() {}

  /** By how much the visit breaks the rule among the others. */
  public static long broken(Rule rule, Proposal visit, List<? extends Visit> others, Instant now) {
    return switch (rule) {
      case SoloRule solo -> solo.broken(visit, now);
      case PairRule pair -> others.stream().mapToLong(other -> pair.broken(visit, other)).sum();
      case GroupRule group -> {
        var size = 1 + others.stream().filter(other -> group.grouped(visit, other)).count();
        yield group.broken(visit, (int) size);
      }
    };
  }
}
