package org.supportcenter.domain.ticket;

import java.time.Instant;
import java.util.UUID;

/**
 * A helpdesk ticket of one customer.
 *
 * @param reference {@code TICK-001}; empty until the store has numbered it
 * @param createdWithAppointment whether it was made for an appointment that named no ticket
 * @param version 1 when created, one more with every change
 */
public record Ticket(
    UUID id,
    String reference,
    TicketContent content,
    Stage stage,
    boolean createdWithAppointment,
    int version,
    Instant createTime,
    Instant updateTime) {

  /** The subject of a ticket that is created with the appointment. */
  public static String subjectFor(String appointmentReference) {
    return "Support Appointment: " + appointmentReference;
  }

  /** A ticket that a person opens, for no appointment yet. */
  public static Ticket opened(UUID id, String reference, TicketContent content, Instant now) {
    return new Ticket(id, reference, content, Stage.NEW, false, 1, now, now);
  }

  /** The next version with other content, or this one when that is the same. */
  public Ticket edited(TicketContent edited, Instant now) {
    if (edited.equals(content)) {
      return this;
    }
    return new Ticket(
        id, reference, edited, stage, createdWithAppointment, version + 1, createTime, now);
  }

  /** The next version with this content and stage, or this one when nothing changes. */
  public Ticket revised(TicketContent newContent, Stage newStage, Instant now) {
    if (content.equals(newContent) && stage == newStage) {
      return this;
    }
    return new Ticket(
        id, reference, newContent, newStage, createdWithAppointment, version + 1, createTime, now);
  }

  /** The same ticket with the number and subject it got when it was stored. */
  public Ticket numbered(String number, String subject) {
    return new Ticket(
        id,
        number,
        content.titled(subject),
        stage,
        createdWithAppointment,
        version,
        createTime,
        updateTime);
  }
}
