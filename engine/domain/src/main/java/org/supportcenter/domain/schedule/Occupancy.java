package org.supportcenter.domain.schedule;

/** What a visit takes away from others. */
public enum Occupancy {
  /** A draft, confirmed or running appointment: holds time and counts for the daily limit. */
  APPOINTMENT,
  /** An unexpired hold: the same, but not yet an appointment. */
  HOLD,
  /** A completed appointment: its time is free, it still counts for the limit of its day. */
  COMPLETED;

  /** Whether nobody else may have the time. */
  public boolean holdsTime() {
    return this != COMPLETED;
  }
}
