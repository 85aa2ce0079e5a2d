package org.supportcenter.solver.route;

import static org.supportcenter.solver.route.RouteModel.NEVER;
import static org.supportcenter.solver.route.RouteModel.NONE;

import java.util.Arrays;

/** The stops in their order on all routes, with starts and costs kept up to date. */
public final class Routes {

  private final RouteModel model;
  private final int[][] stops;
  private final int[] counts;
  private final long[] works;
  private final long[] closings;
  private final int[] routeOf;
  private final long[] starts;
  private final long[] latests;
  private final long[] costs;
  private final int[] scratchStops;
  private final long[] scratchStarts;
  private long total;

  /** Nothing placed yet. */
  Routes(RouteModel model) {
    this.model = model;
    this.stops = new int[model.routes()][8];
    this.counts = new int[model.routes()];
    this.works = new long[model.routes()];
    this.closings = new long[model.routes()];
    this.routeOf = new int[model.stops()];
    this.starts = new long[model.stops()];
    this.latests = new long[model.stops()];
    this.costs = new long[model.stops()];
    this.scratchStops = new int[model.stops() + 1];
    this.scratchStarts = new long[model.stops() + 1];
    Arrays.fill(routeOf, NONE);
    for (int stop = 0; stop < routeOf.length; stop++) {
      total += model.unplaced(stop);
    }
    for (int route = 0; route < counts.length; route++) {
      total += model.burden(route, 0);
    }
  }

  /** What everything costs together. */
  long total() {
    return total;
  }

  /** How many stops the route has. */
  public int count(int route) {
    return counts[route];
  }

  /** How much work there is on the route. */
  public long work(int route) {
    return works[route];
  }

  /** The stop at a place on a route. */
  public int stop(int route, int position) {
    return stops[route][position];
  }

  /** The route of a stop, or {@link RouteModel#NONE}. */
  public int routeOf(int stop) {
    return routeOf[stop];
  }

  /** When a placed stop begins. */
  public long start(int stop) {
    return starts[stop];
  }

  int positionOf(int stop) {
    var route = routeOf[stop];
    for (int i = 0; i < counts[route]; i++) {
      if (stops[route][i] == stop) {
        return i;
      }
    }
    throw new IllegalStateException("Stop %d is not on its route".formatted(stop));
  }

  /** Takes stops off a route; its times are wrong until {@link #settle}. */
  void remove(int route, int from, int count) {
    var line = stops[route];
    for (int i = from; i < from + count; i++) {
      unplace(route, line[i]);
    }
    System.arraycopy(line, from + count, line, from, counts[route] - from - count);
    counts[route] -= count;
  }

  private void unplace(int route, int stop) {
    routeOf[stop] = NONE;
    total += model.unplaced(stop) - costs[stop];
    changeWork(route, -model.work(stop));
  }

  private void changeWork(int route, long by) {
    total += model.burden(route, works[route] + by) - model.burden(route, works[route]);
    works[route] += by;
  }

  /** What it would cost to put the stop there; {@link RouteModel#NEVER} if that cannot be. */
  long costOfInserting(int route, int position, int stop, long limit) {
    var line = stops[route];
    var count = counts[route];
    int before = position == 0 ? NONE : line[position - 1];
    var beforeStart = before == NONE ? 0 : starts[before];
    var start = model.start(route, before, beforeStart, stop);
    if (start == NEVER) {
      return NEVER;
    }
    var work = works[route];
    var cost =
        cost(route, before, beforeStart, stop, start)
            + model.burden(route, work + model.work(stop))
            - model.burden(route, work);
    before = stop;
    beforeStart = start;
    for (int i = position; i < count && cost < limit; i++) {
      var next = line[i];
      var nextStart = model.start(route, before, beforeStart, next);
      if (nextStart == NEVER || nextStart > latests[next]) {
        return NEVER;
      }
      cost += cost(route, before, beforeStart, next, nextStart) - costs[next];
      if (nextStart == starts[next] || (model.isTimeless() && latests[next] != NEVER)) {
        return cost;
      }
      before = next;
      beforeStart = nextStart;
    }
    return cost < limit
        ? cost + model.closing(route, before, beforeStart) - closings[route]
        : NEVER;
  }

  /** Whether all rules that {@link #costOfInserting} does not look at allow it, too. */
  boolean admits(int route, int position, int stop) {
    if (!model.isPicky()) {
      return true;
    }
    var count = counts[route];
    System.arraycopy(stops[route], 0, scratchStops, 0, position);
    scratchStops[position] = stop;
    System.arraycopy(stops[route], position, scratchStops, position + 1, count - position);
    int before = NONE;
    long beforeStart = 0;
    for (int i = 0; i <= count; i++) {
      beforeStart = model.start(route, before, beforeStart, scratchStops[i]);
      before = scratchStops[i];
      scratchStarts[i] = beforeStart;
      if (beforeStart == NEVER) {
        return false;
      }
    }
    return model.admits(this, route, scratchStops, scratchStarts, count + 1);
  }

  /** Puts a stop on a route; false when that cannot be, and then nothing is right any more. */
  boolean insert(int route, int position, int stop) {
    var count = counts[route];
    if (count == stops[route].length) {
      stops[route] = Arrays.copyOf(stops[route], count * 2);
    }
    var line = stops[route];
    System.arraycopy(line, position, line, position + 1, count - position);
    line[position] = stop;
    counts[route] = count + 1;
    routeOf[stop] = route;
    costs[stop] = 0;
    total -= model.unplaced(stop);
    changeWork(route, model.work(stop));
    return settle(route);
  }

  /** Works out the times of a route anew; false when it cannot be as it is. */
  boolean settle(int route) {
    var line = stops[route];
    var count = counts[route];
    int before = NONE;
    long beforeStart = 0;
    for (int i = 0; i < count; i++) {
      var stop = line[i];
      var start = model.start(route, before, beforeStart, stop);
      if (start == NEVER) {
        return false;
      }
      starts[stop] = start;
      scratchStarts[i] = start;
      var cost = cost(route, before, beforeStart, stop, start);
      total += cost - costs[stop];
      costs[stop] = cost;
      before = stop;
      beforeStart = start;
    }
    var closing = before == NONE ? 0 : model.closing(route, before, beforeStart);
    total += closing - closings[route];
    closings[route] = closing;
    int next = NONE;
    var latest = NEVER;
    for (int i = count - 1; i >= 0; i--) {
      latest = model.latest(route, line[i], next, latest);
      next = line[i];
      latests[next] = latest;
    }
    return !model.isPicky() || model.admits(this, route, line, scratchStarts, count);
  }

  private long cost(int route, int before, long beforeStart, int stop, long start) {
    return model.leg(route, before, beforeStart, stop, start) + model.standing(route, stop, start);
  }

  /** Becomes like the other one on a route; both agree on which stops are on no route. */
  void copyRoute(Routes other, int route) {
    var count = other.counts[route];
    if (stops[route].length < count) {
      stops[route] = new int[other.stops[route].length];
    }
    System.arraycopy(other.stops[route], 0, stops[route], 0, count);
    counts[route] = count;
    works[route] = other.works[route];
    closings[route] = other.closings[route];
    for (int i = 0; i < count; i++) {
      copyStop(other, stops[route][i]);
    }
    total = other.total;
  }

  /** Becomes like the other one for a stop. */
  void copyStop(Routes other, int stop) {
    routeOf[stop] = other.routeOf[stop];
    starts[stop] = other.starts[stop];
    latests[stop] = other.latests[stop];
    costs[stop] = other.costs[stop];
  }
}
