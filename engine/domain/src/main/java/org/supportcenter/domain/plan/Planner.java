package org.supportcenter.domain.plan;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** Searches for a good plan. Thread-safe; uses one thread per search, the caller's. */
public interface Planner {

  /**
   * Searches until the time is over or nobody wants more. What it proposes breaks no rule of the
   * rule book, and visits without a place stay where they are.
   *
   * @param begin a plan to go on from, maybe of an earlier search that broke off; may be empty
   * @param limit how long to search
   * @param goOn told of the best plan about twice a second; false ends the search
   * @return the best plan found
   */
  PlanProgress plan(
      PlanTask task, List<Placement> begin, Duration limit, Predicate<PlanProgress> goOn);
}
