package org.supportcenter.domain.plan;

/** How much one plan takes. */
public final class PlanSize {

  /** Technicians who may be given visits. */
  public static final int TECHNICIANS = 200;

  /** Visits of one kind that are named. */
  public static final int NAMED = 500;

  /** Visits to place or move, of all kinds. */
  public static final int VISITS = 1000;

  private PlanSize() {}
}
