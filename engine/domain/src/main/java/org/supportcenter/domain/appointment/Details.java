package org.supportcenter.domain.appointment;

import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.place.Location;
import org.supportcenter.domain.ticket.Priority;

/**
 * What people noted about a visit; no rule looks at it.
 *
 * @param description maybe empty
 * @param location null when none was given
 * @param sendConfirmationEmail null leaves it to the tenant's setting
 * @param sendReminderEmail null leaves it to the tenant's setting
 */
public record Details(
    String description,
    @Nullable Location location,
    Priority priority,
    @Nullable Boolean sendConfirmationEmail,
    @Nullable Boolean sendReminderEmail) {

  /** The same with another description and place. */
  public Details noting(String otherDescription, @Nullable Location otherLocation) {
    return new Details(
        otherDescription, otherLocation, priority, sendConfirmationEmail, sendReminderEmail);
  }
}
