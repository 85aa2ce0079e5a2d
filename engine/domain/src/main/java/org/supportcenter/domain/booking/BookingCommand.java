package org.supportcenter.domain.booking;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.domain.change.Author;
import org.supportcenter.domain.schedule.BookedVisit;

/** What can be asked of appointments, with the facts each is decided on. */
public sealed interface BookingCommand {

  /** Who asks. */
  Author author();

  /**
   * Books a new visit.
   *
   * @param id the new appointment's
   * @param newTicketId the ticket's that is made when none is wished
   * @param status {@code DRAFT} or {@code CONFIRMED}
   * @param booked what may lie in the neighbourhood
   * @param ticket the wished ticket, or null when one is to be made
   */
  record Create(
      UUID id,
      UUID newTicketId,
      Placement placement,
      AppointmentStatus status,
      List<BookedVisit> booked,
      @Nullable TicketFacts ticket,
      Author author)
      implements BookingCommand {}

  /**
   * Changes a visit; another technician, start or duration is a move.
   *
   * @param newTicketId the ticket's that is made when none is wished
   * @param ticket the wished ticket, or null when one is to be made
   * @param formerTicket the ticket it has now
   */
  record Update(
      Placement placement,
      UUID newTicketId,
      List<BookedVisit> booked,
      @Nullable TicketFacts ticket,
      TicketFacts formerTicket,
      Author author)
      implements BookingCommand {}

  /**
   * Moves several visits together.
   *
   * @param placements each appointment once
   * @param tickets of all of them, each once, with the statuses of all their visits
   */
  record Move(
      List<Placement> placements,
      List<BookedVisit> booked,
      List<TicketFacts> tickets,
      Author author)
      implements BookingCommand {}

  /**
   * Moves several visits and books new ones, all together.
   *
   * @param moves each appointment once
   * @param visits new ones
   * @param tickets of all of them that have one, each once, with the statuses of all their visits
   */
  record Rearrange(
      List<Placement> moves,
      List<NewVisit> visits,
      List<BookedVisit> booked,
      List<TicketFacts> tickets,
      Author author)
      implements BookingCommand {}

  /**
   * A new visit among several.
   *
   * @param id the new appointment's
   * @param newTicketId the ticket's that is made when none is wished
   * @param status {@code DRAFT} or {@code CONFIRMED}
   */
  record NewVisit(UUID id, UUID newTicketId, Placement placement, AppointmentStatus status) {}

  /**
   * Promises a draft.
   *
   * @param placement wishing everything as it is
   */
  record Confirm(Placement placement, List<BookedVisit> booked, TicketFacts ticket, Author author)
      implements BookingCommand {}

  /**
   * Notes what became of a visit.
   *
   * @param next {@code IN_PROGRESS}, {@code COMPLETED}, {@code CANCELLED} or {@code NO_SHOW}
   * @param cancelReason why it is called off, in the caller's words, maybe empty
   */
  record Advance(
      Appointment current,
      AppointmentStatus next,
      String cancelReason,
      TicketFacts ticket,
      Author author)
      implements BookingCommand {}
}
