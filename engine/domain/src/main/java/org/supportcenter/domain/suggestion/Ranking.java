package org.supportcenter.domain.suggestion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rated slots of several technicians, out of which the best are picked. More points come first,
 * then the earlier start, then the technician that was added earlier.
 */
final class Ranking {

  /** Two picks with one technician start further apart than this, in seconds. */
  private static final long TOO_NEAR = 3600;

  private int[] points = new int[1024];
  private int[] technicians = new int[1024];
  private long[] starts = new long[1024];
  private int size;

  /**
   * One rated slot.
   *
   * @param technician as it was added
   * @param start epoch second
   */
  record Pick(int technician, long start) {}

  /** Adds a slot. */
  void add(int technician, long start, int rated) {
    if (size == points.length) {
      points = Arrays.copyOf(points, size * 2);
      technicians = Arrays.copyOf(technicians, size * 2);
      starts = Arrays.copyOf(starts, size * 2);
    }
    points[size] = rated;
    technicians[size] = technician;
    starts[size++] = start;
  }

  /** The best first, then each time the best of those that differ from all before. */
  List<Pick> best(int most) {
    var picks = new ArrayList<Pick>();
    while (picks.size() < most) {
      int best = -1;
      for (int i = 0; i < size; i++) {
        if ((best < 0 || beats(i, best)) && differs(i, picks)) {
          best = i;
        }
      }
      if (best < 0) {
        break;
      }
      picks.add(new Pick(technicians[best], starts[best]));
    }
    return picks;
  }

  private boolean beats(int one, int other) {
    if (points[one] != points[other]) {
      return points[one] > points[other];
    }
    return starts[one] != starts[other]
        ? starts[one] < starts[other]
        : technicians[one] < technicians[other];
  }

  private boolean differs(int index, List<Pick> picks) {
    for (var pick : picks) {
      if (pick.technician() == technicians[index]
          && Math.abs(pick.start() - starts[index]) <= TOO_NEAR) {
        return false;
      }
    }
    return true;
  }
}
