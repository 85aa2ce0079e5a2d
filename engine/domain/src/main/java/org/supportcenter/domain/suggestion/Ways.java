package org.supportcenter.domain.suggestion;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.travel.Point;
import org.supportcenter.domain.travel.TravelTimes;

/** The ways between a technician's visits, or home, and the place of the new one, in seconds. */
final class Ways {

  /** A way of which one end is not known. */
  static final long UNKNOWN = -1;

  private final long[] from;
  private final long[] to;
  private final long fromHome;
  private final long toHome;

  /**
   * @param place of the new visit; null: unknown, and so are all ways
   */
  Ways(Roster roster, @Nullable Point place, Map<UUID, Point> points, TravelTimes times) {
    from = new long[roster.byEnd.size()];
    to = new long[roster.byStart.size()];
    if (place == null) {
      Arrays.fill(from, UNKNOWN);
      Arrays.fill(to, UNKNOWN);
      fromHome = UNKNOWN;
      toHome = UNKNOWN;
      return;
    }
    for (int i = 0; i < from.length; i++) {
      from[i] = way(points.get(roster.byEnd.visit(i).id()), place, times);
      to[i] = way(place, points.get(roster.byStart.visit(i).id()), times);
    }
    fromHome = way(roster.home, place, times);
    toHome = way(place, roster.home, times);
  }

  /** From the visit of that place in the order of ends. */
  long from(int index) {
    return from[index];
  }

  /** To the visit of that place in the order of starts. */
  long to(int index) {
    return to[index];
  }

  long fromHome() {
    return fromHome;
  }

  long toHome() {
    return toHome;
  }

  private static long way(@Nullable Point from, @Nullable Point to, TravelTimes times) {
    return from == null || to == null ? UNKNOWN : times.between(from, to).toSeconds();
  }
}
