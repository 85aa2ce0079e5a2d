package org.supportcenter.solver.route;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.solver.SolverConfigOverride;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.monitoring.MonitoringConfig;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Searches for good routes with Timefold, on the caller's thread. Thread-safe; make one per set of
 * constraints and keep it.
 */
public final class RouteSolver {

  /** Later than the search itself ends, which knows best when it is over. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final SolverFactory<RouteSchedule> factory;

  /**
   * What was found so far.
   *
   * @param routes stops in order, by route
   * @param starts when each stop begins, by stop; meaningless for those left out
   * @param moves how many changes were tried
   * @param isFeasible whether nothing is that may not be
   * @param soft what it costs, as a negative number
   */
  public record Found(
      List<List<Integer>> routes, List<Long> starts, long moves, boolean isFeasible, long soft) {}

  /** A solver that scores by the constraints. */
  public RouteSolver(Class<? extends ConstraintProvider> constraints) {
    this(constraints, EnvironmentMode.NO_ASSERT);
  }

  /** A solver that asserts as much as the mode says. */
  public RouteSolver(Class<? extends ConstraintProvider> constraints, EnvironmentMode mode) {
    this.factory =
        SolverFactory.create(
            new SolverConfig()
                .withSolutionClass(RouteSchedule.class)
                .withEntityClasses(Route.class, Stop.class)
                .withConstraintProviderClass(constraints)
                .withEnvironmentMode(mode)
                .withRandomSeed(0L)
                .withMonitoringConfig(unmeasured())
                .withPhases(localSearch()));
  }

  /** Any routing problem by its own costs alone. */
  public static RouteSolver plain() {
    return new RouteSolver(RouteConstraints.class);
  }

  /**
   * By itself Timefold registers its gauges anew with each search, and warns that they are there.
   */
  private static MonitoringConfig unmeasured() {
    return new MonitoringConfig().withSolverMetricList(List.of());
  }

  /** Every move has passed annealing already, so each is a step: tabu refuses only repeats. */
  private static LocalSearchPhaseConfig localSearch() {
    return new LocalSearchPhaseConfig()
        .withMoveSelectorConfig(
            new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(RouteMoves.class))
        .withAcceptorConfig(new LocalSearchAcceptorConfig().withMoveTabuSize(1))
        .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
  }

  /**
   * Searches.
   *
   * @param facts what the constraints look at besides stops and routes
   * @param begin stops in order, by route; those that cannot be there are left out
   * @param goesOn told of the best so far a few times a second; false ends the search
   */
  public Found solve(
      RouteModel model,
      List<?> facts,
      List<List<Integer>> begin,
      Duration limit,
      Predicate<Found> goesOn) {
    var routes = Construction.of(model, begin);
    var search = new RouteSearch(model, routes, limit, goesOn);
    var schedule = new RouteSchedule(model, facts, search);
    for (int route = 0; route < model.routes(); route++) {
      for (int i = 0; i < routes.count(route); i++) {
        var stop = schedule.getStops().get(routes.stop(route, i));
        schedule.getRoutes().get(route).getStops().add(stop);
      }
    }
    search.found(schedule);
    var solver =
        factory.buildSolver(
            new SolverConfigOverride().withTerminationSpentLimit(limit.plus(GRACE)));
    search.endsBy(solver::terminateEarly);
    solver.addEventListener(event -> search.found(event.getNewBestSolution()));
    return found(solver.solve(schedule), search);
  }

  static Found found(RouteSchedule schedule, RouteSearch search) {
    var score = Objects.requireNonNullElse(schedule.getScore(), HardMediumSoftScore.ZERO);
    var routes =
        schedule.getRoutes().stream()
            .map(route -> route.getStops().stream().map(Stop::getIndex).toList())
            .toList();
    var starts =
        schedule.getStops().stream()
            .map(stop -> stop.isPlaced() ? stop.startOnRoute() : RouteModel.NEVER)
            .toList();
    return new Found(routes, starts, search.moves(), score.isFeasible(), score.softScore());
  }
}
