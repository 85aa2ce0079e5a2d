package org.supportcenter.engine.plan;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.plan.Placement;
import org.supportcenter.domain.plan.PlanProgress;
import org.supportcenter.domain.plan.PlanTask;
import org.supportcenter.domain.plan.Planner;
import org.supportcenter.solver.plan.TimefoldPlanner;

/** A planner that is made when it is first needed, so that engines start quickly. */
public final class LazyPlanner implements Planner {

  private volatile @Nullable Planner planner;

  @Override
  public PlanProgress plan(
      PlanTask task, List<Placement> begin, Duration limit, Predicate<PlanProgress> goOn) {
    return planner().plan(task, begin, limit, goOn);
  }

  private Planner planner() {
    var known = planner;
    if (known == null) {
      known = new TimefoldPlanner();
      planner = known;
    }
    return known;
  }
}
