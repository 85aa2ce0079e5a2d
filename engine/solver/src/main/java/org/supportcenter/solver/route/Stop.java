package org.supportcenter.solver.route;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.CascadingUpdateShadowVariable;
import ai.timefold.solver.core.api.domain.variable.InverseRelationShadowVariable;
import ai.timefold.solver.core.api.domain.variable.NextElementShadowVariable;
import ai.timefold.solver.core.api.domain.variable.PreviousElementShadowVariable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One stop as Timefold sees it. What follows from its place is worked out by the model, from stop
 * to stop along the route, for as long as something changes.
 */
@PlanningEntity
public final class Stop {

  private int index;
  private @Nullable RouteModel model;
  private @Nullable Route route;
  private @Nullable Stop previous;
  private @Nullable Stop next;

  @CascadingUpdateShadowVariable(targetMethodName = "follow")
  private @Nullable Long start;

  @CascadingUpdateShadowVariable(targetMethodName = "follow")
  private @Nullable Long leg;

  /** For Timefold, which clones. */
  public Stop() {}

  Stop(int index, RouteModel model) {
    this.index = index;
    this.model = model;
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

  /** The problem it belongs to. */
  public RouteModel model() {
    return Objects.requireNonNull(model);
  }

  /** The route it is on; null when it is left out. */
  @InverseRelationShadowVariable(sourceVariableName = "stops")
  public @Nullable Route getRoute() {
    return route;
  }

  /** For Timefold. */
  public void setRoute(@Nullable Route route) {
    this.route = route;
  }

  /** The stop before it on the route, or null. */
  @PreviousElementShadowVariable(sourceVariableName = "stops")
  public @Nullable Stop getPrevious() {
    return previous;
  }

  /** For Timefold. */
  public void setPrevious(@Nullable Stop previous) {
    this.previous = previous;
  }

  /** The stop after it on the route, or null. */
  @NextElementShadowVariable(sourceVariableName = "stops")
  public @Nullable Stop getNext() {
    return next;
  }

  /** For Timefold. */
  public void setNext(@Nullable Stop next) {
    this.next = next;
  }

  /** When it begins; {@link RouteModel#NEVER} when it cannot, null when it is left out. */
  public @Nullable Long getStart() {
    return start;
  }

  /** For Timefold. */
  public void setStart(@Nullable Long start) {
    this.start = start;
  }

  /** What the way to it costs; null when it is left out. */
  public @Nullable Long getLeg() {
    return leg;
  }

  /** For Timefold. */
  public void setLeg(@Nullable Long leg) {
    this.leg = leg;
  }

  /** Works out start and way from the stop before. */
  public void follow() {
    if (route == null) {
      start = null;
      leg = null;
      return;
    }
    int before = previous == null ? RouteModel.NONE : previous.index;
    var beforeStart = previous == null ? 0 : startOf(previous);
    var found =
        beforeStart == RouteModel.NEVER
            ? RouteModel.NEVER
            : model().start(route.getIndex(), before, beforeStart, index);
    start = found;
    leg =
        found == RouteModel.NEVER
            ? 0L
            : model().leg(route.getIndex(), before, beforeStart, index, found);
  }

  /** Whether it is on a route and can begin. */
  public boolean isPlaced() {
    return route != null && start != null && start != RouteModel.NEVER;
  }

  /** The number of its route; it must be on one. */
  public int routeIndex() {
    return Objects.requireNonNull(route).getIndex();
  }

  /** When it begins; it must be on a route. */
  public long startOnRoute() {
    return startOf(this);
  }

  /** What the ways to it, and home when it is the last, cost; it must be placed. */
  public long ways() {
    var home = next == null ? model().closing(routeIndex(), index, startOf(this)) : 0;
    return Objects.requireNonNull(leg) + home;
  }

  private static long startOf(Stop stop) {
    return Objects.requireNonNull(stop.start);
  }
}
