package org.supportcenter.solver.route;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Stops on a circle around nothing, and vehicles that hold so many of them: the best is known. */
final class CircleModel implements RouteModel {

  static final long RADIUS = 1_000_000;

  private final int stops;
  private final int routes;
  private final int most;
  private final double[] angles;

  /**
   * @param most stops that fit on a route
   */
  CircleModel(int stops, int routes, int most) {
    this.stops = stops;
    this.routes = routes;
    this.most = most;
    // Shuffled, so that neighbours do not have neighbouring numbers.
    this.angles =
        IntStream.range(0, stops).mapToDouble(i -> (i * 7 % stops) * 2 * Math.PI / stops).toArray();
  }

  private long between(int one, int other) {
    return one == NONE || other == NONE
        ? RADIUS
        : Math.round(2 * RADIUS * Math.abs(Math.sin((angles[one] - angles[other]) / 2)));
  }

  @Override
  public int stops() {
    return stops;
  }

  @Override
  public int routes() {
    return routes;
  }

  @Override
  public int[] nearest(int stop) {
    return IntStream.range(0, stops)
        .filter(other -> other != stop)
        .boxed()
        .sorted(Comparator.comparingLong(other -> between(stop, other)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Override
  public long[][] ranks() {
    return new long[][] {IntStream.range(0, stops).mapToLong(i -> i).toArray()};
  }

  @Override
  public long start(int route, int before, long beforeStart, int stop) {
    return before == NONE ? RADIUS : beforeStart + between(before, stop);
  }

  @Override
  public long leg(int route, int before, long beforeStart, int stop, long start) {
    return between(before, stop);
  }

  @Override
  public long standing(int route, int stop, long start) {
    return 0;
  }

  @Override
  public long closing(int route, int last, long lastStart) {
    return between(last, NONE);
  }

  @Override
  public long burden(int route, long work) {
    return 0;
  }

  @Override
  public long work(int stop) {
    return 1;
  }

  @Override
  public long unplaced(int stop) {
    return RADIUS * 100;
  }

  @Override
  public boolean mayJoin(Routes state, int route, int stop) {
    return state.work(route) < most;
  }

  @Override
  public long latest(int route, int stop, int next, long latestOfNext) {
    return NEVER;
  }

  @Override
  public boolean isTimeless() {
    return true;
  }

  @Override
  public boolean isPicky() {
    return false;
  }

  @Override
  public boolean admits(Routes state, int route, int[] on, long[] starts, int count) {
    return true;
  }

  @Override
  public boolean isSound(Routes state) {
    return true;
  }
}
