package org.supportcenter.solver.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.supportcenter.domain.plan.FixedVisit;
import org.supportcenter.domain.plan.PlanTask.Worker;
import org.supportcenter.domain.time.Span;
import org.supportcenter.domain.time.WallClock;

/** One technician's fixed visits and days, as epoch seconds. */
final class Timetable {

  private final long[] starts;
  private final long[] ends;
  private final int[] places;
  private final long[] midnights;
  private final int home;

  Timetable(Worker worker, List<FixedVisit> fixed, Span window, Ways ways) {
    var inOrder =
        fixed.stream().sorted(Comparator.comparing(visit -> visit.visit().span())).toList();
    this.starts =
        inOrder.stream().mapToLong(each -> each.visit().span().start().getEpochSecond()).toArray();
    this.ends =
        inOrder.stream().mapToLong(each -> each.visit().span().end().getEpochSecond()).toArray();
    this.places = inOrder.stream().mapToInt(each -> ways.place(each.place())).toArray();
    this.home = ways.place(worker.home());
    var zone = worker.zone();
    var first = WallClock.dateOf(window.start(), zone).minusDays(2);
    var last = WallClock.dateOf(window.end(), zone).plusDays(2);
    this.midnights =
        first
            .datesUntil(last)
            .mapToLong(date -> WallClock.startOfDay(date, zone).getEpochSecond())
            .toArray();
  }

  /** The local day of a second, counted from the first one known. */
  int day(long second) {
    return floor(midnights, second);
  }

  /** How many days are known. */
  int days() {
    return midnights.length;
  }

  /** The last fixed visit that begins no later than the second; -1 when there is none. */
  int before(long second) {
    return floor(starts, second);
  }

  /** Where the technician comes from to a visit that begins then: a fixed visit or home. */
  int origin(long second) {
    int fixed = before(second);
    return fixed >= 0 && day(starts[fixed]) == day(second) ? places[fixed] : home;
  }

  /** Where the technician goes after a visit that begins then. */
  int destination(long second) {
    int fixed = before(second) + 1;
    return fixed < starts.length && day(starts[fixed]) == day(second) ? places[fixed] : home;
  }

  /**
   * Zero when there is time for the ways from the fixed visit before and to the one after; else the
   * first second from which it is worth trying again.
   */
  long conflict(long start, long length, int place, Ways ways) {
    int before = before(start);
    if (before >= 0) {
      var ready = ends[before] + ways.between(places[before], place);
      if (ready > start) {
        return ready;
      }
    }
    int after = before + 1;
    if (after < starts.length
        && start + length + ways.between(place, places[after]) > starts[after]) {
      return ends[after];
    }
    return 0;
  }

  private static int floor(long[] sorted, long second) {
    int found = Arrays.binarySearch(sorted, second);
    return found >= 0 ? found : -found - 2;
  }
}
