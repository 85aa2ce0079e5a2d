package org.supportcenter.domain.plan;

/**
 * What a plan is measured by, once no rule of the rule book is broken. All but {@link #PLACE_ALL}
 * are counted in points, and one point is worth one second of travel.
 */
public enum PlanRule {
  /** Counts for more than all the others together: a visit is left out only when nothing helps. */
  PLACE_ALL("Every visit finds a place, those of higher priority first."),
  KEEP_PUBLISHED("A visit that was promised stays with its technician and at its time."),
  LESS_TRAVEL("Technicians spend little time on the road."),
  SOONER("Visits take place soon, urgent ones first, and before their tickets are due."),
  BALANCED_LOAD("Every technician has about the same amount of work.");

  private final String summary;

  PlanRule(String summary) {
    this.summary = summary;
  }

  /** What it prefers, one sentence. */
  public String summary() {
    return summary;
  }
}
