package org.supportcenter.bench;

import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.supportcenter.bench.VrptwInstance.Place;
import org.supportcenter.solver.route.RouteModel;
import org.supportcenter.solver.route.Routes;

/**
 * A vehicle routing problem with time windows as the solver of plans sees it: routes are vehicles,
 * stops are customers, and costs are distances. Capacity exists here alone: technicians have none.
 * Distances and times are in millionths, rounded up, so that rounding never makes a way shorter.
 */
final class VrptwModel implements RouteModel {

  private static final double MILLIONTHS = 1e6;

  private final VrptwInstance instance;
  private final int size;
  private final long[] distances;
  private final long[] ready;
  private final long[] due;
  private final long[] service;
  private final int[][] nearest;
  private final long unplaced;

  VrptwModel(VrptwInstance instance) {
    this.instance = instance;
    this.size = instance.places().size();
    this.distances = new long[size * size];
    for (int from = 0; from < size; from++) {
      for (int to = 0; to < size; to++) {
        distances[from * size + to] =
            millionths(instance.places().get(from).distanceTo(instance.places().get(to)));
      }
    }
    this.ready = of(Place::ready);
    this.due = of(Place::due);
    this.service = of(Place::service);
    this.nearest = IntStream.range(0, stops()).mapToObj(this::byDistance).toArray(int[][]::new);
    this.unplaced = IntStream.range(0, size).mapToLong(place -> distances[place]).sum() * 2;
  }

  @Override
  public int stops() {
    return size - 1;
  }

  @Override
  public int routes() {
    return instance.vehicles();
  }

  @Override
  public int[] nearest(int stop) {
    return nearest[stop];
  }

  @Override
  public long[][] ranks() {
    var stops = stops();
    var ranks = new long[6][stops];
    for (int stop = 0; stop < stops; stop++) {
      var place = stop + 1;
      ranks[0][stop] = -distances[place];
      ranks[1][stop] = distances[place];
      ranks[2][stop] = -instance.places().get(place).demand();
      ranks[3][stop] = due[place] - ready[place];
      ranks[4][stop] = ready[place];
      ranks[5][stop] = -due[place];
    }
    return ranks;
  }

  @Override
  public long start(int route, int before, long beforeStart, int stop) {
    int from = before + 1;
    int to = stop + 1;
    var left = before == NONE ? ready[0] : beforeStart + service[from];
    var start = Math.max(ready[to], left + distances[from * size + to]);
    return start > due[to] || start + service[to] + distances[to * size] > due[0] ? NEVER : start;
  }

  @Override
  public long leg(int route, int before, long beforeStart, int stop, long start) {
    return distances[(before + 1) * size + stop + 1];
  }

  @Override
  public long standing(int route, int stop, long start) {
    return 0;
  }

  @Override
  public long closing(int route, int last, long lastStart) {
    return distances[last + 1];
  }

  @Override
  public long burden(int route, long work) {
    return 0;
  }

  @Override
  public long work(int stop) {
    return instance.places().get(stop + 1).demand();
  }

  @Override
  public long unplaced(int stop) {
    return unplaced;
  }

  /** Vehicles are all alike: of the empty ones, only the first is tried. */
  @Override
  public boolean mayJoin(Routes routes, int route, int stop) {
    if (routes.count(route) == 0 && route > 0 && routes.count(route - 1) == 0) {
      return false;
    }
    return routes.work(route) + work(stop) <= instance.capacity();
  }

  @Override
  public long latest(int route, int stop, int next, long latestOfNext) {
    int place = stop + 1;
    var home = Math.min(due[place], due[0] - distances[place * size] - service[place]);
    return next == NONE
        ? home
        : Math.min(home, latestOfNext - distances[place * size + next + 1] - service[place]);
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
  public boolean admits(Routes routes, int route, int[] stops, long[] starts, int count) {
    return true;
  }

  @Override
  public boolean isSound(Routes routes) {
    return true;
  }

  private long[] of(ToDoubleFunction<Place> field) {
    return instance.places().stream()
        .mapToLong(place -> Math.round(field.applyAsDouble(place) * MILLIONTHS))
        .toArray();
  }

  private int[] byDistance(int stop) {
    return IntStream.range(0, stops())
        .filter(other -> other != stop)
        .boxed()
        .sorted(Comparator.comparingLong(other -> distances[(stop + 1) * size + other + 1]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static long millionths(double value) {
    return (long) Math.ceil(value * MILLIONTHS - 1e-3);
  }
}
