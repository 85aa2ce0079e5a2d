package org.supportcenter.solver.route;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;

/** What every routing problem is scored by: possible starts, places for all, short ways. */
public final class RouteConstraints implements ConstraintProvider {

  @Override
  public Constraint[] defineConstraints(ConstraintFactory factory) {
    return new Constraint[] {possible(factory), placeAll(factory), ways(factory)};
  }

  /** Every stop on a route can begin. */
  public static Constraint possible(ConstraintFactory factory) {
    return factory
        .forEach(Stop.class)
        .filter(stop -> !stop.isPlaced())
        .penalize(HardMediumSoftScore.ONE_HARD)
        .asConstraint("POSSIBLE");
  }

  /** No stop is left out. */
  public static Constraint placeAll(ConstraintFactory factory) {
    return factory
        .forEachUnfiltered(Stop.class)
        .filter(stop -> stop.getRoute() == null)
        .penalize(HardMediumSoftScore.ONE_MEDIUM, stop -> stop.model().unplaced(stop.getIndex()))
        .asConstraint("PLACE_ALL");
  }

  /** The ways are short; one that replaces a longer one may count less than nothing. */
  public static Constraint ways(ConstraintFactory factory) {
    return factory
        .forEach(Stop.class)
        .filter(Stop::isPlaced)
        .impact(HardMediumSoftScore.ONE_SOFT, stop -> -stop.ways())
        .asConstraint("LESS_TRAVEL");
  }
}
