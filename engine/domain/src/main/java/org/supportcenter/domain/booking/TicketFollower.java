package org.supportcenter.domain.booking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.appointment.AppointmentChange;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.domain.ticket.Ticket;
import org.supportcenter.domain.ticket.TicketChange;
import org.supportcenter.domain.ticket.TicketContent;

/** Keeps tickets in step with their visits: stage, assignee, and sometimes the customer. */
final class TicketFollower {

  private TicketFollower() {}

  /** The ticket that is made for an appointment that names none; the store numbers it. */
  static TicketChange created(Appointment visit) {
    var now = visit.revision().updateTime();
    var content =
        new TicketContent(
            Ticket.subjectFor(visit.reference()),
            "",
            visit.customerId(),
            visit.technicianId(),
            visit.details().priority(),
            null);
    var stage = StageRule.stage(List.of(visit.status()), true);
    return new TicketChange(
        null, new Ticket(visit.ticketId(), "", content, stage, true, 1, now, now), null);
  }

  /**
   * What follows for a ticket from a change of one of its visits.
   *
   * @param former the technician the visit had, or null when the visit is new to the ticket
   * @return null when the ticket stays as it is
   */
  static @Nullable TicketChange followed(
      TicketFacts facts, AppointmentChange change, @Nullable UUID former) {
    var visit = change.after();
    var ticket = facts.ticket();
    var assignee = ticket.content().assigneeId();
    var content = ticket.content().forCustomer(visit.customerId());
    if (assignee == null || assignee.equals(former)) {
      content = content.assignedTo(visit.technicianId());
    }
    return revised(facts, content, visit.status(), sentence(change), visit);
  }

  /** What follows for a ticket that its visit left for another one, or null. */
  static @Nullable TicketChange left(TicketFacts facts, Appointment visit) {
    return revised(
        facts,
        facts.ticket().content(),
        null,
        "%s went to another ticket.".formatted(visit.reference()),
        visit);
  }

  private static @Nullable TicketChange revised(
      TicketFacts facts,
      TicketContent content,
      @Nullable AppointmentStatus status,
      String sentence,
      Appointment visit) {
    var statuses = new ArrayList<>(facts.otherVisits());
    if (status != null) {
      statuses.add(status);
    }
    var ticket = facts.ticket();
    var stage = StageRule.stage(statuses, ticket.createdWithAppointment());
    Instant now = visit.revision().updateTime();
    var after = ticket.revised(content, stage, now);
    return after.equals(ticket) ? null : new TicketChange(ticket, after, sentence);
  }

  /** Why, for the ticket's history; the number of a new appointment is not known yet. */
  private static String sentence(AppointmentChange change) {
    var reference = change.after().reference();
    return switch (change.type()) {
      case CREATED -> "An appointment was booked.";
      case UPDATED -> reference + " was changed.";
      case MOVED -> reference + " was moved.";
      case CONFIRMED -> reference + " was confirmed.";
      case STARTED -> reference + " was started.";
      case COMPLETED -> reference + " was completed.";
      case CANCELLED -> {
        var why = change.after().progress().cancelReason();
        yield reference + " was cancelled" + (why == null || why.isEmpty() ? "." : ": " + why);
      }
      case NO_SHOW -> "The customer of " + reference + " was not there.";
    };
  }
}
