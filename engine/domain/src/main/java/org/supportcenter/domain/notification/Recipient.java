package org.supportcenter.domain.notification;

import java.util.List;
import java.util.UUID;
import org.supportcenter.domain.appointment.Appointment;

/**
 * Whom a mail is for; the address is looked up when it is sent.
 *
 * @param id of the customer or technician
 */
public record Recipient(Kind kind, UUID id) {

  /** Sorts of recipients. */
  public enum Kind {
    CUSTOMER,
    TECHNICIAN
  }

  /** The customer and the technician. */
  static List<Recipient> of(Appointment appointment) {
    return List.of(
        new Recipient(Kind.CUSTOMER, appointment.customerId()),
        new Recipient(Kind.TECHNICIAN, appointment.technicianId()));
  }
}
