package org.supportcenter.domain.rule;

/** Why a visit may not stand: one name everywhere, in the order refusals are told. */
public enum Reason {
  START_IN_PAST(false, "The start is in the past."),
  NOTICE_TOO_SHORT(true, "The start is too soon."),
  BEYOND_BOOKING_WINDOW(true, "The start is too far ahead."),
  OUTSIDE_WORKING_HOURS(true, "The time is outside the technician's working hours."),
  TIME_OFF(true, "The technician is away at that time."),
  EXTERNALLY_BUSY(true, "Another calendar says that the technician is busy then."),
  OVERLAPS_APPOINTMENT(false, "The technician already has an appointment at that time."),
  BUFFER_TOO_SHORT(true, "There is too little time between this and another appointment."),
  DAILY_LIMIT_REACHED(true, "The technician has no place left on that day."),
  MISSING_SKILL(true, "The technician lacks a needed skill."),
  TECHNICIAN_INACTIVE(false, "The technician is disabled."),
  CUSTOMER_OVERLAP(true, "The customer already has an appointment at that time.");

  private final boolean waivable;
  private final String summary;

  Reason(boolean waivable, String summary) {
    this.waivable = waivable;
    this.summary = summary;
  }

  /** Whether a manager may waive it. */
  public boolean waivable() {
    return waivable;
  }

  /** One sentence that says it without naming another visit, person or time. */
  public String summary() {
    return summary;
  }
}
