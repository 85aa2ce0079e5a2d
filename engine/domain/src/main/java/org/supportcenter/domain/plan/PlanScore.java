package org.supportcenter.domain.plan;

import java.util.EnumMap;
import java.util.Map;

/**
 * How good a plan is.
 *
 * @param points what each rule costs, not negative, less is better; of {@link PlanRule#PLACE_ALL}
 *     the weighted number of visits without a place
 * @param unplaced visits that were to be placed and have no place
 */
public record PlanScore(Map<PlanRule, Long> points, int unplaced) {

  public PlanScore {
    points = new EnumMap<>(points);
  }

  /** What the rule costs. */
  public long of(PlanRule rule) {
    return points.getOrDefault(rule, 0L);
  }
}
