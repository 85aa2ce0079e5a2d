package org.supportcenter.solver.plan;

import static org.supportcenter.solver.route.RouteModel.NONE;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.plan.PlanTask;
import org.supportcenter.domain.plan.PlanVisit;
import org.supportcenter.domain.schedule.Candidate;

/** What each visit can choose from: its starts with each technician, and where it stands. */
final class Choices {

  private final PlanTask task;
  private final @Nullable Stay[] stays;
  private final long[][] lengths;
  private final long[][] buffersBefore;
  private final long[][] buffersAfter;
  private final long[][][] starts;

  /**
   * Where a visit stands now.
   *
   * @param route of its technician, or {@code NONE} when that is none of the task's
   * @param allowed whether it may stay there
   */
  record Stay(int route, long start, long end, boolean allowed) {}

  Choices(PlanTask task) {
    this.task = task;
    int visits = task.visits().size();
    this.stays = new Stay[visits];
    this.lengths = new long[visits][task.technicians().size()];
    this.buffersBefore = new long[visits][task.technicians().size()];
    this.buffersAfter = new long[visits][task.technicians().size()];
    this.starts = new long[visits][task.technicians().size()][];
    var openings = new Openings(task);
    for (int stop = 0; stop < visits; stop++) {
      open(stop, openings);
    }
  }

  /** Where the visit stands now; null when nowhere. */
  @Nullable Stay stay(int stop) {
    return stays[stop];
  }

  /** Whether the visit would be where it stands now. */
  boolean isStay(int stop, int route, long start) {
    var stay = stop == NONE ? null : stays[stop];
    return stay != null && stay.route() == route && stay.start() == start;
  }

  /** How long the visit takes with the technician. */
  long length(int stop, int route) {
    return lengths[stop][route];
  }

  /** Seconds that have to lie between two visits of a technician, ways left out. */
  long buffers(int before, int stop, int route) {
    return buffersAfter[before][route] + buffersBefore[stop][route];
  }

  /** When the visit may begin with the technician, in order. */
  long[] starts(int stop, int route) {
    return starts[stop][route];
  }

  /** How many choices a visit has in all. */
  long count(int stop) {
    return Arrays.stream(starts[stop]).mapToLong(each -> each.length).sum();
  }

  private void open(int stop, Openings openings) {
    var visit = task.visits().get(stop);
    for (int route = 0; route < task.technicians().size(); route++) {
      var option = visit.options().get(route);
      lengths[stop][route] = option.duration().toSeconds();
      buffersBefore[stop][route] = option.bufferBefore().toSeconds();
      buffersAfter[stop][route] = option.bufferAfter().toSeconds();
      starts[stop][route] = openings.starts(visit, option);
    }
    var current = visit.current();
    if (current != null) {
      int route = route(current);
      var allowed =
          route != NONE && openings.mayStay(staying(visit, route, current), current.waived());
      stays[stop] =
          new Stay(
              route,
              current.span().start().getEpochSecond(),
              current.span().end().getEpochSecond(),
              allowed);
      if (allowed) {
        starts[stop][route] = with(starts[stop][route], stays[stop].start());
      }
    }
  }

  private int route(PlanVisit.Current current) {
    for (int route = 0; route < task.technicians().size(); route++) {
      if (task.technicians().get(route).id().equals(current.technicianId())) {
        return route;
      }
    }
    return NONE;
  }

  private static Candidate staying(PlanVisit visit, int route, PlanVisit.Current current) {
    var option = visit.options().get(route);
    return new Candidate(
        visit.id(),
        option.technician(),
        option.customerId(),
        current.span(),
        option.bufferBefore(),
        option.bufferAfter(),
        option.requiredSkills(),
        false);
  }

  private static long[] with(long[] sorted, long value) {
    if (Arrays.binarySearch(sorted, value) >= 0) {
      return sorted;
    }
    var more = Arrays.copyOf(sorted, sorted.length + 1);
    more[sorted.length] = value;
    Arrays.sort(more);
    return more;
  }

  /** Where everything stands, by technician, in the order of the starts. */
  List<List<Integer>> standing() {
    return IntStream.range(0, task.technicians().size()).mapToObj(this::standing).toList();
  }

  private List<Integer> standing(int route) {
    return IntStream.range(0, stays.length)
        .boxed()
        .filter(stop -> stays[stop] != null && stays[stop].route() == route)
        .sorted(Comparator.comparingLong(stop -> stays[stop].start()))
        .toList();
  }
}
