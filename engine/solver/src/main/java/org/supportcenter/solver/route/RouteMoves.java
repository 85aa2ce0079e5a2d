package org.supportcenter.solver.route;

import ai.timefold.solver.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import ai.timefold.solver.core.impl.score.director.ScoreDirector;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The moves of our own: the community edition has no nearby selection. Public, because Timefold
 * makes it.
 */
public final class RouteMoves implements MoveIteratorFactory<RouteSchedule, RouteMove> {

  @Override
  public long getSize(ScoreDirector<RouteSchedule> director) {
    return director.getWorkingSolution().getStops().size();
  }

  @Override
  public Iterator<RouteMove> createOriginalMoveIterator(ScoreDirector<RouteSchedule> director) {
    throw new UnsupportedOperationException("These moves come in random order only");
  }

  @Override
  public Iterator<RouteMove> createRandomMoveIterator(
      ScoreDirector<RouteSchedule> director, RandomGenerator random) {
    return new Moves(director.getWorkingSolution(), random);
  }

  /** The moves of one step. */
  private static final class Moves implements Iterator<RouteMove> {
    private final RouteSchedule schedule;
    private final RandomGenerator random;
    private @Nullable RouteMove upcoming;

    Moves(RouteSchedule schedule, RandomGenerator random) {
      this.schedule = schedule;
      this.random = random;
    }

    @Override
    public boolean hasNext() {
      if (upcoming == null) {
        upcoming = schedule.search().next(schedule, random);
      }
      return upcoming != null;
    }

    @Override
    public RouteMove next() {
      if (!hasNext() || upcoming == null) {
        throw new NoSuchElementException();
      }
      var move = upcoming;
      upcoming = null;
      return move;
    }
  }
}
