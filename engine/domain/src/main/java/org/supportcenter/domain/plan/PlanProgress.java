package org.supportcenter.domain.plan;

import java.util.List;

/**
 * The best plan found so far.
 *
 * @param moves how many changes of the plan were tried
 * @param placements of every visit that has a place, by its start
 */
public record PlanProgress(PlanScore score, long moves, List<Placement> placements) {

  public PlanProgress {
    placements = List.copyOf(placements);
  }
}
