package org.supportcenter.solver.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.travel.Point;
import org.supportcenter.domain.travel.TravelTimes;

/** How many seconds it takes from place to place, worked out once. Places are numbers here. */
final class Ways {

  /** A place nobody knows: the way there counts nothing. */
  static final int UNKNOWN = -1;

  private final TravelTimes travel;
  private final Map<Point, Integer> numbers = new HashMap<>();
  private final List<Point> points = new ArrayList<>();
  private int[][] seconds = new int[0][];

  Ways(TravelTimes travel) {
    this.travel = travel;
  }

  /** The number of a place. */
  int place(@Nullable Point point) {
    if (point == null) {
      return UNKNOWN;
    }
    return numbers.computeIfAbsent(
        point,
        _ -> {
          points.add(point);
          return points.size() - 1;
        });
  }

  /** To be called when all places are known. */
  void measure() {
    seconds = new int[points.size()][points.size()];
    for (int from = 0; from < seconds.length; from++) {
      for (int to = 0; to < seconds.length; to++) {
        if (from != to) {
          seconds[from][to] =
              Math.toIntExact(travel.between(points.get(from), points.get(to)).toSeconds());
        }
      }
    }
  }

  /** The way from one place to another. */
  int between(int from, int to) {
    return from < 0 || to < 0 ? 0 : seconds[from][to];
  }
}
