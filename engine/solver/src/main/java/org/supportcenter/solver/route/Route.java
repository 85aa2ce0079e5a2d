package org.supportcenter.solver.route;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.PlanningListVariable;
import java.util.ArrayList;
import java.util.List;

/** One route as Timefold sees it, which asks for the getters, setters and empty constructor. */
@PlanningEntity
public final class Route {

  private int index;
  private List<Stop> stops = new ArrayList<>();

  /** For Timefold, which clones. */
  public Route() {}

  Route(int index) {
    this.index = index;
  }

  /** Its number in the model. */
  @PlanningId
  public int getIndex() {
    return index;
  }

  /** For Timefold. */
  public void setIndex(int index) {
    this.index = index;
  }

  /** Its stops in order. */
  @PlanningListVariable(allowsUnassignedValues = true)
  public List<Stop> getStops() {
    return stops;
  }

  /** For Timefold. */
  public void setStops(List<Stop> stops) {
    this.stops = stops;
  }
}
