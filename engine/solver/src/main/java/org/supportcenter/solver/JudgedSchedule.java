package org.supportcenter.solver;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.BendableScore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.schedule.BookedVisit;

/**
 * Candidates among what is booked around them, with one hard score level per rule. Public, with
 * getters and setters, because Timefold asks for them.
 */
@PlanningSolution
public final class JudgedSchedule {

  /** One per rule of the rule book; the judge refuses to start when the two differ. */
  static final int HARD_LEVELS = 12;

  static final int SOFT_LEVELS = 1;

  private final List<JudgedVisit> visits;
  private final List<BookedVisit> booked;
  private @Nullable BendableScore score;

  /** For Timefold, which makes one to learn the class. */
  public JudgedSchedule() {
    this(List.of(), List.of());
  }

  JudgedSchedule(List<JudgedVisit> visits, List<BookedVisit> booked) {
    this.visits = visits;
    this.booked = booked;
  }

  /** The candidates. */
  @PlanningEntityCollectionProperty
  public List<JudgedVisit> getVisits() {
    return visits;
  }

  /** What stands already. */
  @ProblemFactCollectionProperty
  public List<BookedVisit> getBooked() {
    return booked;
  }

  /** Where a candidate may stand: where it was asked for. */
  @ValueRangeProvider
  public List<Instant> getStarts() {
    return visits.stream().map(visit -> visit.span().start()).toList();
  }

  /** By how much each rule is broken, as negative numbers; null before the first calculation. */
  @PlanningScore(bendableHardLevelsSize = HARD_LEVELS, bendableSoftLevelsSize = SOFT_LEVELS)
  public @Nullable BendableScore getScore() {
    return score;
  }

  /** Keeps what Timefold calculated. */
  public void setScore(@Nullable BendableScore score) {
    this.score = score;
  }
}
