package org.supportcenter.domain.booking;

import java.util.List;
import java.util.UUID;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.domain.ticket.Ticket;

/**
 * A ticket and what is needed to keep it in step.
 *
 * @param otherVisits statuses of its visits other than the one that is decided about
 */
public record TicketFacts(Ticket ticket, List<AppointmentStatus> otherVisits) {

  public TicketFacts {
    otherVisits = List.copyOf(otherVisits);
  }

  boolean belongsTo(UUID customerId) {
    return ticket.content().customerId().equals(customerId);
  }

  /** Whether the ticket exists only for its one visit, so that it goes where the visit goes. */
  boolean existsForOneVisit() {
    return ticket.createdWithAppointment() && otherVisits.isEmpty();
  }

  TicketFacts with(Ticket next) {
    return new TicketFacts(next, otherVisits);
  }
}
