package org.supportcenter.domain.plan;

import java.util.List;

/** Where a plan stands. */
public enum PlanState {
  /** Waits for an engine. */
  QUEUED,
  /** An engine searches. */
  RUNNING,
  /** The search is over; it can be applied. */
  READY,
  /** Its moves were carried out. */
  APPLIED,
  /** Nobody wants it. */
  DISCARDED,
  /** It could not be worked out. */
  FAILED;

  /** Whether a search is going on or still to come. */
  public boolean isSearching() {
    return switch (this) {
      case QUEUED, RUNNING -> true;
      case READY, APPLIED, DISCARDED, FAILED -> false;
    };
  }

  /** The states that may follow, none after a final one. */
  public List<PlanState> after() {
    return switch (this) {
      case QUEUED -> List.of(RUNNING, DISCARDED, FAILED);
      case RUNNING -> List.of(READY, DISCARDED, FAILED);
      case READY -> List.of(APPLIED, DISCARDED);
      case FAILED -> List.of(DISCARDED);
      case APPLIED, DISCARDED -> List.of();
    };
  }
}
