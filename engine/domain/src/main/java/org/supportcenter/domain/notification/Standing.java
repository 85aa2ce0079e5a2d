package org.supportcenter.domain.notification;

import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.change.Source;

/** What an appointment is to somebody. */
enum Standing {
  /** Nothing: it is somebody else's, over, or was never mentioned. */
  NONE,
  /** They asked for it and wait to hear. */
  REQUESTED,
  /** They count on it. */
  PROMISED;

  /**
   * What it is to the recipient.
   *
   * @param appointment null before it was created
   */
  static Standing of(@Nullable Appointment appointment, Recipient recipient) {
    if (appointment == null || !Recipient.of(appointment).contains(recipient)) {
      return NONE;
    }
    return switch (appointment.status()) {
      case DRAFT -> isRequest(appointment, recipient) ? REQUESTED : NONE;
      case CONFIRMED, IN_PROGRESS -> PROMISED;
      case COMPLETED, CANCELLED, NO_SHOW -> NONE;
    };
  }

  /**
   * A draft of the office is nobody's business outside; any other was asked for by the customer.
   */
  private static boolean isRequest(Appointment draft, Recipient recipient) {
    return recipient.kind() == Recipient.Kind.CUSTOMER
        && draft.revision().createdVia() != Source.INTERNAL;
  }
}
