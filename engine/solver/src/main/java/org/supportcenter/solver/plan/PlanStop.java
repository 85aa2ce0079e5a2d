package org.supportcenter.solver.plan;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.rule.GroupRule;
import org.supportcenter.domain.rule.Rule;
import org.supportcenter.domain.schedule.Candidate;
import org.supportcenter.domain.schedule.Visit;
import org.supportcenter.solver.route.Route;
import org.supportcenter.solver.route.Stop;

/** What the constraints ask of a stop that is a visit of a plan. */
final class PlanStop {

  private PlanStop() {}

  /** The placed visit as the rules judge it. */
  static Candidate judged(Stop stop) {
    return model(stop).candidate(stop.getIndex(), stop.routeIndex(), stop.startOnRoute());
  }

  /** Whether the placed visit has to keep the rule; not where it stays under a waiver of it. */
  static boolean keeps(Stop stop, Rule rule) {
    var current = model(stop).visit(stop.getIndex()).current();
    return current == null || !stays(stop) || !current.waived().contains(rule.reason());
  }

  /** Whether the visit is, placed or left, where it stands now. */
  static boolean stays(Stop stop) {
    return !stop.isPlaced()
        || model(stop).isStay(stop.getIndex(), stop.routeIndex(), stop.startOnRoute());
  }

  /** Whether the visit takes anybody's time: where it is placed, or where it was left. */
  static boolean stands(Stop stop) {
    return stop.isPlaced() || (stop.getRoute() == null && left(stop) != null);
  }

  /** The visit where it stands. */
  static Visit standing(Stop stop) {
    return stop.isPlaced() ? judged(stop) : Objects.requireNonNull(left(stop));
  }

  private static @Nullable Visit left(Stop stop) {
    return model(stop).left(stop.getIndex());
  }

  /** Whose time the visit takes. */
  static UUID technician(Stop stop) {
    return stop.isPlaced()
        ? model(stop).task().technicians().get(stop.routeIndex()).id()
        : Objects.requireNonNull(left(stop)).technicianId();
  }

  /** For whom the visit is; null when nobody said. */
  static @Nullable UUID customer(Stop stop) {
    return model(stop).visit(stop.getIndex()).options().getFirst().customerId();
  }

  /** The clock of the plan. */
  static Instant now(Stop stop) {
    return model(stop).task().now();
  }

  /** By how much the visit breaks a rule in a group of so many, fixed visits left out. */
  static long broken(GroupRule group, Stop stop, long count) {
    var visit = judged(stop);
    var fixed =
        model(stop).task().fixed().stream()
            .filter(each -> group.grouped(visit, each.visit()))
            .count();
    return group.broken(visit, Math.toIntExact(count + fixed));
  }

  /** What it costs that the visit is not where it was promised. */
  static long kept(Stop stop) {
    return model(stop).kept(stop.routeIndex(), stop.getIndex(), stop.startOnRoute());
  }

  /** What it costs that the visit is not sooner. */
  static long sooner(Stop stop) {
    return model(stop).sooner(stop.routeIndex(), stop.getIndex(), stop.startOnRoute());
  }

  /** What a technician's visits cost beyond what is fixed. */
  static long burden(Route route, List<Stop> stops) {
    var model = model(stops.getFirst());
    var work = stops.stream().mapToLong(stop -> model.work(stop.getIndex())).sum();
    return model.burden(route.getIndex(), work) - model.burden(route.getIndex(), 0);
  }

  private static PlanModel model(Stop stop) {
    return (PlanModel) stop.model();
  }
}
