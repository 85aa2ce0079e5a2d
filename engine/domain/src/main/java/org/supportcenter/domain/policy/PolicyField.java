package org.supportcenter.domain.policy;

/** The fields of a policy, in the order they are shown. */
public enum PolicyField {
  WEEKLY_HOURS,
  BUFFER_BEFORE,
  BUFFER_AFTER,
  MAX_DAILY_APPOINTMENTS,
  DEFAULT_DURATION,
  MINIMUM_NOTICE,
  ADVANCE_BOOKING_DAYS,
  SLOT_STEP,
  PREVENT_CUSTOMER_OVERLAP,
  CUSTOMER_CHANGE_CUTOFF
}
