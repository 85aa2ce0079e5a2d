package org.supportcenter.store.plan;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.plan.PlanProgress;
import org.supportcenter.domain.plan.PlanState;

/**
 * A plan as it is kept.
 *
 * @param asked what was asked, as it came over the wire
 * @param limit how long to search
 * @param spent how long was searched already
 * @param stopAsked whether somebody wants the search to end
 * @param best the best so far; null before the first proposal
 * @param outcome what becomes of each visit, as it goes over the wire; null before the end
 * @param problem why it failed, else empty
 * @param creator resource name of who asked for it
 */
public record StoredPlan(
    PlanState state,
    Payload asked,
    Duration limit,
    Duration spent,
    boolean stopAsked,
    @Nullable PlanProgress best,
    @Nullable Payload outcome,
    String problem,
    String creator,
    Instant createTime,
    Instant updateTime) {

  /** A plan that waits. */
  public static StoredPlan queued(Payload asked, Duration limit, String creator, Instant now) {
    return new StoredPlan(
        PlanState.QUEUED, asked, limit, Duration.ZERO, false, null, null, "", creator, now, now);
  }

  /** The same in another state. */
  public StoredPlan in(PlanState next, Instant now) {
    return new StoredPlan(
        next, asked, limit, spent, stopAsked, best, outcome, problem, creator, createTime, now);
  }

  /** The same, searched so long and so far. */
  public StoredPlan found(PlanProgress progress, Duration searched, Instant now) {
    return new StoredPlan(
        state,
        asked,
        limit,
        searched,
        stopAsked,
        progress,
        outcome,
        problem,
        creator,
        createTime,
        now);
  }

  /** The same, with the outcome. */
  public StoredPlan with(Payload result) {
    return new StoredPlan(
        state,
        asked,
        limit,
        spent,
        stopAsked,
        best,
        result,
        problem,
        creator,
        createTime,
        updateTime);
  }

  /** The same, to be searched no longer. */
  public StoredPlan stopping(Instant now) {
    return new StoredPlan(
        state, asked, limit, spent, true, best, outcome, problem, creator, createTime, now);
  }

  /** The same, failed. */
  public StoredPlan failed(String why, Instant now) {
    return new StoredPlan(
        PlanState.FAILED,
        asked,
        limit,
        spent,
        stopAsked,
        best,
        outcome,
        why,
        creator,
        createTime,
        now);
  }
}
