package org.supportcenter.solver.plan;

import static org.supportcenter.domain.plan.PlanVisit.Kind.PUBLISHED;
import static org.supportcenter.solver.route.RouteModel.NEVER;
import static org.supportcenter.solver.route.RouteModel.NONE;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.plan.PlanTask;

/**
 * When a visit begins that comes after another one: as early as it may, and a promised one as near
 * as it may to when it was promised. Starts are epoch seconds.
 */
final class Starts {

  private final PlanTask task;
  private final Choices choices;
  private final Timetable[] timetables;
  private final int[] places;
  private final Ways ways;

  Starts(PlanTask task, Choices choices, Timetable[] timetables, int[] places, Ways ways) {
    this.task = task;
    this.choices = choices;
    this.timetables = timetables;
    this.places = places;
    this.ways = ways;
  }

  /** When the visit begins if it comes there, or {@code NEVER}. */
  long after(int route, int before, long beforeStart, int stop) {
    var ready = Long.MIN_VALUE;
    var end = Long.MIN_VALUE;
    if (before != NONE) {
      end = beforeStart + choices.length(before, route);
      ready =
          end
              + Math.max(
                  choices.buffers(before, stop, route), ways.between(places[before], places[stop]));
    }
    var promise = promise(stop);
    if (promise == null) {
      return earliest(route, stop, ready);
    }
    // Between two that stay there is as much time as there was when they were booked.
    var needed = choices.isStay(before, route, beforeStart) ? end : ready;
    if (promise.allowed() && promise.route() == route && needed <= promise.start()) {
      return promise.start();
    }
    return nearest(route, stop, ready, promise.start());
  }

  private Choices.@Nullable Stay promise(int stop) {
    return task.visits().get(stop).kind() == PUBLISHED ? choices.stay(stop) : null;
  }

  /** Of two equally near the sooner. */
  private long nearest(int route, int stop, long ready, long to) {
    var allowed = choices.starts(stop, route);
    var later = earliest(route, stop, Math.max(ready, to));
    for (int i = notBefore(allowed, to) - 1;
        i >= 0 && allowed[i] >= ready && (later == NEVER || to - allowed[i] <= later - to);
        i--) {
      if (isFree(route, stop, allowed[i])) {
        return allowed[i];
      }
    }
    return later;
  }

  private long earliest(int route, int stop, long ready) {
    var allowed = choices.starts(stop, route);
    for (int i = notBefore(allowed, ready); i < allowed.length; i++) {
      if (isFree(route, stop, allowed[i])) {
        return allowed[i];
      }
      var conflict = conflict(route, stop, allowed[i]);
      while (i + 1 < allowed.length && allowed[i + 1] < conflict) {
        i++;
      }
    }
    return NEVER;
  }

  private static int notBefore(long[] allowed, long second) {
    int found = Arrays.binarySearch(allowed, second);
    return found >= 0 ? found : -found - 1;
  }

  private boolean isFree(int route, int stop, long start) {
    return choices.isStay(stop, route, start) || conflict(route, stop, start) == 0;
  }

  private long conflict(int route, int stop, long start) {
    return timetables[route].conflict(start, choices.length(stop, route), places[stop], ways);
  }
}
