package org.supportcenter.solver.plan;

import ai.timefold.solver.core.config.solver.EnvironmentMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.supportcenter.domain.plan.FixedVisit;
import org.supportcenter.domain.plan.Placement;
import org.supportcenter.domain.plan.PlanProgress;
import org.supportcenter.domain.plan.PlanRule;
import org.supportcenter.domain.plan.PlanScore;
import org.supportcenter.domain.plan.PlanTask;
import org.supportcenter.domain.plan.Planner;
import org.supportcenter.solver.route.RouteModel;
import org.supportcenter.solver.route.RouteSolver;
import org.supportcenter.solver.route.RouteSolver.Found;

/** Plans with Timefold. Thread-safe; make one and keep it. */
public final class TimefoldPlanner implements Planner {

  private final RouteSolver solver;

  /** A planner. Takes a moment: Timefold studies the classes. */
  public TimefoldPlanner() {
    this(EnvironmentMode.NO_ASSERT);
  }

  /** One that asserts as much as the mode says. */
  TimefoldPlanner(EnvironmentMode mode) {
    this.solver = new RouteSolver(PlanConstraints.class, mode);
  }

  @Override
  public PlanProgress plan(
      PlanTask task, List<Placement> begin, Duration limit, Predicate<PlanProgress> goOn) {
    var model = new PlanModel(task);
    var facts = task.fixed().stream().map(FixedVisit::visit).toList();
    var found =
        solver.solve(
            model,
            facts,
            begin.isEmpty() ? model.standing() : routes(task, begin),
            limit,
            best -> goOn.test(progress(model, best)));
    if (!found.isFeasible()) {
      throw new IllegalStateException("The search ended with a plan that breaks a rule");
    }
    return progress(model, found);
  }

  private static List<List<Integer>> routes(PlanTask task, List<Placement> begin) {
    var stops = new HashMap<Object, Integer>();
    for (int stop = 0; stop < task.visits().size(); stop++) {
      stops.put(task.visits().get(stop).id(), stop);
    }
    return task.technicians().stream()
        .map(
            technician ->
                begin.stream()
                    .filter(placement -> placement.technicianId().equals(technician.id()))
                    .filter(placement -> stops.containsKey(placement.visitId()))
                    .sorted(Comparator.comparing(Placement::start))
                    .map(placement -> stops.get(placement.visitId()))
                    .toList())
        .toList();
  }

  private static PlanProgress progress(PlanModel model, Found found) {
    var points = new EnumMap<PlanRule, Long>(PlanRule.class);
    var placements = new ArrayList<Placement>();
    var isPlaced = new boolean[model.stops()];
    for (int route = 0; route < model.routes(); route++) {
      int before = RouteModel.NONE;
      long beforeStart = 0;
      long work = 0;
      for (int stop : found.routes().get(route)) {
        long start = found.starts().get(stop);
        isPlaced[stop] = true;
        placements.add(
            new Placement(
                model.visit(stop).id(),
                model.task().technicians().get(route).id(),
                Instant.ofEpochSecond(start)));
        add(points, PlanRule.LESS_TRAVEL, model.leg(route, before, beforeStart, stop, start));
        add(points, PlanRule.KEEP_PUBLISHED, model.kept(route, stop, start));
        add(points, PlanRule.SOONER, model.sooner(route, stop, start));
        work += model.work(stop);
        before = stop;
        beforeStart = start;
      }
      if (before != RouteModel.NONE) {
        add(points, PlanRule.LESS_TRAVEL, model.closing(route, before, beforeStart));
      }
      add(points, PlanRule.BALANCED_LOAD, model.burden(route, work) - model.burden(route, 0));
    }
    var left = IntStream.range(0, model.stops()).filter(stop -> !isPlaced[stop]).toArray();
    for (int stop : left) {
      add(points, PlanRule.PLACE_ALL, Costs.weight(model.visit(stop).priority()));
    }
    placements.sort(Comparator.comparing(Placement::start));
    return new PlanProgress(new PlanScore(points, left.length), found.moves(), placements);
  }

  private static void add(EnumMap<PlanRule, Long> points, PlanRule rule, long more) {
    points.merge(rule, more, Long::sum);
  }
}
