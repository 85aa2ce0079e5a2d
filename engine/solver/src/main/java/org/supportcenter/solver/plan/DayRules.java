package org.supportcenter.solver.plan;

import static org.supportcenter.solver.route.RouteModel.NONE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.plan.PlanTask;
import org.supportcenter.solver.route.Routes;

/**
 * What the visits of a plan forbid each other besides taking each other's time: too many on a day,
 * two at once for a customer. The search asks here before it tries; what counts is what the rules
 * of the book say to the constraints.
 */
final class DayRules {

  private static final long NO_LIMIT = Long.MAX_VALUE;

  private final PlanModel model;
  private final Timetable[] timetables;
  private final long[] limits;
  private final int[][] fixedCounts;
  private final long[] fixedWork;
  private final int[][] rivals;
  private final int[] counts;
  private final boolean any;

  DayRules(PlanTask task, PlanModel model, Timetable[] timetables) {
    this.model = model;
    this.timetables = timetables;
    this.limits = new long[timetables.length];
    this.fixedCounts = new int[timetables.length][];
    this.fixedWork = new long[timetables.length];
    int days = 0;
    for (int route = 0; route < timetables.length; route++) {
      limits[route] = limit(task, route);
      fixedCounts[route] = new int[timetables[route].days()];
      days = Math.max(days, timetables[route].days());
      var id = task.technicians().get(route).id();
      for (var fixed : task.fixed()) {
        var visit = fixed.visit();
        int day = timetables[route].day(visit.span().start().getEpochSecond());
        if (visit.technicianId().equals(id) && day >= 0) {
          fixedCounts[route][day]++;
          fixedWork[route] += visit.occupancy().holdsTime() ? visit.span().length().toSeconds() : 0;
        }
      }
    }
    this.counts = new int[days];
    this.rivals = rivals(task);
    this.any =
        Arrays.stream(limits).anyMatch(limit -> limit != NO_LIMIT)
            || Arrays.stream(rivals).anyMatch(each -> each.length > 0);
  }

  private static long limit(PlanTask task, int route) {
    return task.visits().stream()
        .map(visit -> visit.options().get(route).technician().policy().maxDailyAppointments())
        .mapToLong(limit -> limit == null ? NO_LIMIT : limit)
        .min()
        .orElse(NO_LIMIT);
  }

  private static int[][] rivals(PlanTask task) {
    var ofCustomer = new HashMap<@Nullable UUID, List<Integer>>();
    for (int stop = 0; stop < task.visits().size(); stop++) {
      var customer = customer(task, stop);
      if (customer != null) {
        ofCustomer.computeIfAbsent(customer, _ -> new ArrayList<>()).add(stop);
      }
    }
    var rivals = new int[task.visits().size()][];
    for (int stop = 0; stop < rivals.length; stop++) {
      int self = stop;
      rivals[stop] =
          ofCustomer.getOrDefault(customer(task, stop), List.of()).stream()
              .mapToInt(Integer::intValue)
              .filter(other -> other != self)
              .toArray();
    }
    return rivals;
  }

  private static @Nullable UUID customer(PlanTask task, int stop) {
    return task.visits().get(stop).options().getFirst().customerId();
  }

  /** Seconds of the technician's fixed visits. */
  long fixedWork(int route) {
    return fixedWork[route];
  }

  /** Whether there is anything to ask. */
  boolean isAny() {
    return any;
  }

  /** Whether the visits may begin then, together on the route. */
  boolean admit(Routes routes, int route, int[] stops, long[] starts, int count) {
    return (limits[route] == NO_LIMIT || keepsLimit(route, starts, count))
        && keepsCustomersApart(routes, route, stops, starts, count);
  }

  private boolean keepsLimit(int route, long[] starts, int count) {
    Arrays.fill(counts, 0);
    for (int i = 0; i < count; i++) {
      int day = timetables[route].day(starts[i]);
      if (day >= 0 && ++counts[day] + fixedCounts[route][day] > limits[route]) {
        return false;
      }
    }
    return true;
  }

  private boolean keepsCustomersApart(
      Routes routes, int route, int[] stops, long[] starts, int count) {
    for (int i = 0; i < count; i++) {
      var end = starts[i] + model.length(route, stops[i]);
      for (int rival : rivals[stops[i]]) {
        int other = routes.routeOf(rival);
        if (other != NONE
            && other != route
            && !(model.isStay(rival, other, routes.start(rival))
                && model.isStay(stops[i], route, starts[i]))
            && routes.start(rival) < end
            && starts[i] < routes.start(rival) + model.length(other, rival)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether nobody was put where a visit that found no place still stands. */
  boolean isSound(Routes routes) {
    for (int stop = 0; stop < model.stops(); stop++) {
      var stay = model.stay(stop);
      if (stay != null && stay.route() != NONE && routes.routeOf(stop) == NONE) {
        for (int i = 0; i < routes.count(stay.route()); i++) {
          int other = routes.stop(stay.route(), i);
          if (meets(other, stop, stay, routes.start(other))) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private boolean meets(int other, int stop, Choices.Stay stay, long start) {
    if (model.isStay(other, stay.route(), start)) {
      return false;
    }
    var before = model.buffers(other, stop, stay.route());
    var after = model.buffers(stop, other, stay.route());
    return start < stay.end() + after
        && stay.start() < start + model.length(stay.route(), other) + before;
  }
}
