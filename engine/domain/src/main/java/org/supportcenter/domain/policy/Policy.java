package org.supportcenter.domain.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.time.WeeklyHours;

/**
 * A tenant's or a technician's policy. Every field that is null is inherited from the level above;
 * so are weekly hours without any interval, which are kept as null.
 *
 * @param weeklyHours working hours, in the technician's zone
 * @param bufferBefore time kept free before each visit
 * @param bufferAfter time kept free after each visit
 * @param maxDailyAppointments most visits that may start on one local date
 * @param defaultDuration length of a visit that names none
 * @param minimumNotice how long before its start a visit must be booked
 * @param advanceBookingDays how many local days after today can be booked
 * @param slotStep distance of offered starts
 * @param preventCustomerOverlap whether a customer may not have two visits at once
 * @param customerChangeCutoff how long before the start a customer may still change a visit
 */
public record Policy(
    @Nullable WeeklyHours weeklyHours,
    @Nullable Duration bufferBefore,
    @Nullable Duration bufferAfter,
    @Nullable Integer maxDailyAppointments,
    @Nullable Duration defaultDuration,
    @Nullable Duration minimumNotice,
    @Nullable Integer advanceBookingDays,
    @Nullable Duration slotStep,
    @Nullable Boolean preventCustomerOverlap,
    @Nullable Duration customerChangeCutoff) {

  /** Inherits everything. */
  public static final Policy INHERITED =
      new Policy(null, null, null, null, null, null, null, null, null, null);

  public Policy {
    if (weeklyHours != null && weeklyHours.isEmpty()) {
      weeklyHours = null;
    }
  }
}
