package org.supportcenter.solver.plan;

import static org.supportcenter.domain.plan.PlanVisit.Kind.PUBLISHED;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.plan.PlanTask;
import org.supportcenter.domain.plan.PlanVisit;
import org.supportcenter.domain.schedule.BookedVisit;
import org.supportcenter.domain.schedule.Candidate;
import org.supportcenter.domain.schedule.Occupancy;
import org.supportcenter.domain.time.Span;
import org.supportcenter.solver.route.RouteModel;
import org.supportcenter.solver.route.Routes;

/**
 * A plan as a routing problem: a route is a technician's visits in the order of their starts, over
 * all days of the window; a stop is a visit. Starts are epoch seconds, costs are points. Every
 * visit begins as early as it may after the one before: the promised ones as near as they can to
 * when they were promised.
 */
final class PlanModel implements RouteModel {

  private final PlanTask task;
  private final Ways ways;
  private final Timetable[] timetables;
  private final int[] places;
  private final long[] earliest;
  private final Choices choices;
  private final Starts starts;
  private final int[][] nearest;
  private final DayRules dayRules;

  PlanModel(PlanTask task) {
    this.task = task;
    this.ways = new Ways(task.travel());
    var workers = task.technicians();
    this.timetables =
        workers.stream()
            .map(
                worker ->
                    new Timetable(worker, Openings.holding(task, worker.id()), task.window(), ways))
            .toArray(Timetable[]::new);
    var visits = task.visits();
    this.places = visits.stream().mapToInt(visit -> ways.place(visit.place())).toArray();
    ways.measure();
    this.earliest = visits.stream().mapToLong(this::earliest).toArray();
    this.choices = new Choices(task);
    this.starts = new Starts(task, choices, timetables, places, ways);
    this.nearest = IntStream.range(0, stops()).mapToObj(this::byDistance).toArray(int[][]::new);
    this.dayRules = new DayRules(task, this, timetables);
  }

  private long earliest(PlanVisit visit) {
    var bounds = visit.bounds();
    var first = task.window().start();
    return (bounds != null && bounds.start().isAfter(first) ? bounds.start() : first)
        .getEpochSecond();
  }

  private int[] byDistance(int stop) {
    return IntStream.range(0, stops())
        .filter(other -> other != stop)
        .boxed()
        .sorted(
            Comparator.comparingLong(
                other ->
                    ways.between(places[stop], places[other])
                        + Math.abs(earliest[stop] - earliest[other]) / 8))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  PlanTask task() {
    return task;
  }

  PlanVisit visit(int stop) {
    return task.visits().get(stop);
  }

  /** Where the visit stands now; null when nowhere. */
  Choices.@Nullable Stay stay(int stop) {
    return choices.stay(stop);
  }

  /** Whether the visit would be where it stands now. */
  boolean isStay(int stop, int route, long start) {
    return choices.isStay(stop, route, start);
  }

  /** How long the visit takes with the technician. */
  long length(int route, int stop) {
    return choices.length(stop, route);
  }

  /** Seconds that have to lie between two visits of a technician, ways left out. */
  long buffers(int before, int stop, int route) {
    return choices.buffers(before, stop, route);
  }

  /** The visit as the rules judge it. */
  Candidate candidate(int stop, int route, long start) {
    var stay = stay(stop);
    var option = visit(stop).options().get(route);
    return new Candidate(
        visit(stop).id(),
        option.technician(),
        option.customerId(),
        Span.of(Instant.ofEpochSecond(start), option.duration()),
        option.bufferBefore(),
        option.bufferAfter(),
        option.requiredSkills(),
        stay == null || stay.start() != start);
  }

  /** A visit that found no place and so stays where it is; null when it is nowhere. */
  @Nullable BookedVisit left(int stop) {
    var current = visit(stop).current();
    var stay = stay(stop);
    if (current == null || stay == null) {
      return null;
    }
    var option = stay.route() == NONE ? null : visit(stop).options().get(stay.route());
    return new BookedVisit(
        visit(stop).id(),
        current.technicianId(),
        visit(stop).options().getFirst().customerId(),
        current.span(),
        option == null ? Duration.ZERO : option.bufferBefore(),
        option == null ? Duration.ZERO : option.bufferAfter(),
        Occupancy.APPOINTMENT);
  }

  @Override
  public int stops() {
    return task.visits().size();
  }

  @Override
  public int routes() {
    return task.technicians().size();
  }

  @Override
  public int[] nearest(int stop) {
    return nearest[stop];
  }

  /** By urgency and how few places there are, by earliest start, by length, by due time. */
  @Override
  public long[][] ranks() {
    var ranks = new long[4][stops()];
    for (int stop = 0; stop < stops(); stop++) {
      var visit = visit(stop);
      var places = choices.count(stop);
      ranks[0][stop] = places - Costs.weight(visit.priority()) * 1_000_000L;
      ranks[1][stop] = earliest[stop];
      ranks[2][stop] = -work(stop);
      var due = visit.dueTime();
      ranks[3][stop] = due == null ? NEVER : due.getEpochSecond();
    }
    return ranks;
  }

  @Override
  public long start(int route, int before, long beforeStart, int stop) {
    return starts.after(route, before, beforeStart, stop);
  }

  @Override
  public long leg(int route, int before, long beforeStart, int stop, long start) {
    var timetable = timetables[route];
    if (before != NONE
        && timetable.before(beforeStart) == timetable.before(start)
        && timetable.day(beforeStart) == timetable.day(start)) {
      return ways.between(places[before], places[stop]);
    }
    var left = before == NONE ? 0 : closing(route, before, beforeStart);
    int origin = timetable.origin(start);
    return left
        + ways.between(origin, places[stop])
        - ways.between(origin, timetable.destination(start));
  }

  @Override
  public long closing(int route, int last, long lastStart) {
    return ways.between(places[last], timetables[route].destination(lastStart));
  }

  @Override
  public long standing(int route, int stop, long start) {
    return sooner(route, stop, start) + kept(route, stop, start);
  }

  /** What it costs that the visit is not sooner. */
  long sooner(int route, int stop, long start) {
    var due = visit(stop).dueTime();
    var overdue = due == null ? 0 : start + length(route, stop) - due.getEpochSecond();
    return Costs.later(visit(stop), start - earliest[stop], overdue);
  }

  /** What it costs that the visit is not where it was promised. */
  long kept(int route, int stop, long start) {
    var stay = stay(stop);
    return stay == null || visit(stop).kind() != PUBLISHED
        ? 0
        : Costs.moved(stay.route() != route, Math.abs(start - stay.start()));
  }

  @Override
  public long burden(int route, long work) {
    return Costs.burden(work + dayRules.fixedWork(route));
  }

  @Override
  public long work(int stop) {
    return length(0, stop);
  }

  @Override
  public long unplaced(int stop) {
    return Costs.leftOut(visit(stop).priority());
  }

  @Override
  public boolean mayJoin(Routes routes, int route, int stop) {
    return choices.starts(stop, route).length > 0;
  }

  @Override
  public long latest(int route, int stop, int next, long latestOfNext) {
    return NEVER;
  }

  @Override
  public boolean isTimeless() {
    return false;
  }

  @Override
  public boolean isPicky() {
    return dayRules.isAny();
  }

  @Override
  public boolean admits(Routes routes, int route, int[] stops, long[] starts, int count) {
    return dayRules.admit(routes, route, stops, starts, count);
  }

  @Override
  public boolean isSound(Routes routes) {
    return dayRules.isSound(routes);
  }

  /** Where everything stands, for a search to begin with. */
  List<List<Integer>> standing() {
    return choices.standing();
  }
}
