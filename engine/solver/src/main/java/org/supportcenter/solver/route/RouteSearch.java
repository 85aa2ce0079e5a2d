package org.supportcenter.solver.route;

import static org.supportcenter.solver.route.RouteModel.NONE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.supportcenter.solver.route.RouteSolver.Found;

/** The state of one search, between one step of Timefold and the next. */
final class RouteSearch {

  private static final long LOOK_UP_EVERY = Duration.ofMillis(250).toNanos();

  private final RouteModel model;
  private final RuinRecreate proposals;
  private final Annealing annealing;
  private final Predicate<Found> goesOn;
  private @Nullable Runnable end;
  private long lookedUp = System.nanoTime();
  private @Nullable RouteSchedule best;
  private boolean over;
  private long moves;

  /**
   * Begins now with the routes.
   *
   * @param goesOn told of the best so far a few times a second; false ends the search
   */
  RouteSearch(RouteModel model, Routes begin, Duration limit, Predicate<Found> goesOn) {
    this.model = model;
    this.proposals = new RuinRecreate(model, begin);
    proposals.complete(new SplittableRandom(0));
    this.annealing = new Annealing(limit, averageCost(begin));
    this.goesOn = goesOn;
  }

  /** Says how Timefold is told that the search is over: when moves just stop coming, it warns. */
  void endsBy(Runnable terminate) {
    this.end = terminate;
  }

  /** Notes the best so far. */
  void found(RouteSchedule schedule) {
    this.best = schedule;
  }

  /** How many changes were tried. */
  long moves() {
    return moves;
  }

  /** Whether nothing more is to come. */
  boolean isOver() {
    var now = System.nanoTime();
    if (!over && now - lookedUp > LOOK_UP_EVERY) {
      lookedUp = now;
      over = annealing.isOver() || (best != null && !goesOn.test(RouteSolver.found(best, this)));
    }
    return over;
  }

  /** The next change that annealing takes; null when the search is over. */
  @Nullable RouteMove next(RouteSchedule schedule, RandomGenerator random) {
    while (!isOver()) {
      moves++;
      if (proposals.propose(random)
          && annealing.takes(proposals.current().total(), proposals.trial().total(), random)) {
        var move = move(schedule);
        proposals.take();
        if (!move.off().isEmpty() || !move.on().isEmpty()) {
          return move;
        }
      } else {
        proposals.leave();
      }
    }
    if (end != null) {
      end.run();
    }
    return null;
  }

  /** The change from what is to what is proposed: the beginnings and ends of routes stay. */
  private RouteMove move(RouteSchedule schedule) {
    var current = proposals.current();
    var trial = proposals.trial();
    var off = new ArrayList<Stop>();
    var on = new ArrayList<RouteMove.Insertion>();
    var touched = proposals.touched();
    for (int i = 0; i < touched.size(); i++) {
      int route = touched.get(i);
      int before = current.count(route);
      int after = trial.count(route);
      int same = 0;
      while (same < before
          && same < after
          && current.stop(route, same) == trial.stop(route, same)) {
        same++;
      }
      int tail = 0;
      while (tail < before - same
          && tail < after - same
          && current.stop(route, before - 1 - tail) == trial.stop(route, after - 1 - tail)) {
        tail++;
      }
      for (int at = same; at < before - tail; at++) {
        if (proposals.removed().contains(current.stop(route, at))) {
          off.add(schedule.getStops().get(current.stop(route, at)));
        }
      }
      for (int at = same; at < after - tail; at++) {
        if (proposals.removed().contains(trial.stop(route, at))) {
          var stop = schedule.getStops().get(trial.stop(route, at));
          on.add(new RouteMove.Insertion(schedule.getRoutes().get(route), at, stop));
        }
      }
    }
    return new RouteMove(List.copyOf(off), List.copyOf(on));
  }

  /** Of the stops that are placed. */
  private double averageCost(Routes begin) {
    long placed = 0;
    long cost = begin.total();
    for (int stop = 0; stop < model.stops(); stop++) {
      if (begin.routeOf(stop) == NONE) {
        cost -= model.unplaced(stop);
      } else {
        placed++;
      }
    }
    return placed == 0 ? 1 : Math.max(1.0, (double) cost / placed);
  }
}
