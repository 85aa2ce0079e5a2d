package org.supportcenter.solver.route;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All routes as Timefold sees them. Hard is what may not be, medium what is left out, soft what
 * costs.
 */
@PlanningSolution
public final class RouteSchedule {

  private List<Route> routes = List.of();
  private List<Stop> stops = List.of();
  private List<Object> facts = List.of();
  private @Nullable RouteSearch search;
  private @Nullable HardMediumSoftScore score;

  /** For Timefold, which clones. */
  public RouteSchedule() {}

  RouteSchedule(RouteModel model, List<?> facts, RouteSearch search) {
    this.routes = IntStream.range(0, model.routes()).mapToObj(Route::new).toList();
    this.stops =
        IntStream.range(0, model.stops()).mapToObj(index -> new Stop(index, model)).toList();
    this.facts = List.copyOf(facts);
    this.search = search;
  }

  /** The routes. */
  @PlanningEntityCollectionProperty
  public List<Route> getRoutes() {
    return routes;
  }

  /** For Timefold. */
  public void setRoutes(List<Route> routes) {
    this.routes = routes;
  }

  /** The stops, on a route or left out. */
  @PlanningEntityCollectionProperty
  @ValueRangeProvider
  public List<Stop> getStops() {
    return stops;
  }

  /** For Timefold. */
  public void setStops(List<Stop> stops) {
    this.stops = stops;
  }

  /** What the constraints look at besides. */
  @ProblemFactCollectionProperty
  public List<Object> getFacts() {
    return facts;
  }

  /** For Timefold. */
  public void setFacts(List<Object> facts) {
    this.facts = facts;
  }

  /** What Timefold calculated; null before. */
  @PlanningScore
  public @Nullable HardMediumSoftScore getScore() {
    return score;
  }

  /** For Timefold. */
  public void setScore(@Nullable HardMediumSoftScore score) {
    this.score = score;
  }

  RouteSearch search() {
    return Objects.requireNonNull(search);
  }
}
