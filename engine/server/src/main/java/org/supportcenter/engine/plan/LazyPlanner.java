package org.supportcenter.engine.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.plan.Placement;
import org.supportcenter.domain.plan.PlanProgress;
import org.supportcenter.domain.plan.PlanTask;
import org.supportcenter.domain.plan.Planner;
import org.supportcenter.domain.time.Span;
import org.supportcenter.domain.travel.StraightLine;
import org.supportcenter.solver.plan.TimefoldPlanner;

/** A planner that is made when it is first needed, so that engines start quickly. */
public final class LazyPlanner implements Planner {

  private static final PlanTask NOTHING =
      new PlanTask(
          Instant.EPOCH,
          Span.of(Instant.EPOCH, Duration.ofDays(1)),
          List.of(),
          List.of(),
          List.of(),
          StraightLine.DEFAULT);

  private @Nullable Planner planner;

  /**
   * Makes it now, beside everything else, and has it plan nothing: a new process spends seconds on
   * its first plan before it begins to search.
   */
  public void prepare() {
    Thread.ofPlatform()
        .daemon()
        .name("prepare-planner")
        .start(() -> plan(NOTHING, List.of(), Duration.ZERO, _ -> false));
  }

  @Override
  public PlanProgress plan(
      PlanTask task, List<Placement> begin, Duration limit, Predicate<PlanProgress> goOn) {
    return planner().plan(task, begin, limit, goOn);
  }

  private synchronized Planner planner() {
    var known = planner;
    if (known == null) {
      known = new TimefoldPlanner();
      planner = known;
    }
    return known;
  }
}
