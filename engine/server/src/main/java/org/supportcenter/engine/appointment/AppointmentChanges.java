package org.supportcenter.engine.appointment;

import com.google.protobuf.Message;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.domain.booking.BookingCommand;
import org.supportcenter.domain.booking.BookingCommand.Advance;
import org.supportcenter.domain.booking.BookingCommand.Confirm;
import org.supportcenter.domain.booking.BookingCommand.Update;
import org.supportcenter.domain.booking.TicketFacts;
import org.supportcenter.domain.booking.Wish;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.engine.appointment.BookingDesk.Session;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.Resources;
import org.supportcenter.engine.wire.Etags;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.store.appointment.AppointmentStore;
import org.supportcenter.store.booking.BookingFactsStore;
import org.supportcenter.v1.ConfirmAppointmentRequest;
import org.supportcenter.v1.UpdateAppointmentRequest;

/** Changes single appointments that are there already. */
final class AppointmentChanges {

  /** How often a change begins again because the appointment went to others meanwhile. */
  static final int MOST_ATTEMPTS = 5;

  private final Reads reads;
  private final BookingDesk desk;
  private final AppointmentStore appointments;
  private final BookingFactsStore facts;
  private final PresentedSlots slots = new PresentedSlots();

  AppointmentChanges(
      Reads reads, BookingDesk desk, AppointmentStore appointments, BookingFactsStore facts) {
    this.reads = reads;
    this.desk = desk;
    this.appointments = appointments;
    this.facts = facts;
  }

  /** Makes the command for the appointment as it is under the locks. */
  private interface Commanding {
    BookingCommand command(Session session, Appointment current, Wish wish);
  }

  org.supportcenter.v1.Appointment update(UpdateAppointmentRequest request) {
    var caller = Caller.current();
    var waive = Wishes.waiver(caller, request.getWaiveList(), request.getWaiveJustification());
    var edit = new AppointmentEdit(request);
    var message = request.getAppointment();
    return change(
        request,
        Names.APPOINTMENT.id(message.getName(), "appointment.name"),
        message.getEtag(),
        edit::wish,
        (session, current, wish) -> {
          AppointmentEdit.checkOwn(caller, current, wish);
          slots.present(session, wish, request.getSlotToken(), request.getHold());
          var found = facts.settle(session.tx(), Placements.request(List.of(wish)), session.now());
          var placement = Placements.of(current, wish, waive, found);
          var former = ticket(session, current);
          return new Update(
              placement,
              UUID.randomUUID(),
              found.booked(),
              wished(session, wish.ticketId(), former),
              former,
              caller.author());
        });
  }

  org.supportcenter.v1.Appointment confirm(ConfirmAppointmentRequest request) {
    var caller = Caller.current();
    var waive = Wishes.waiver(caller, request.getWaiveList(), request.getWaiveJustification());
    return change(
        request,
        Names.APPOINTMENT.id(request.getName(), "name"),
        request.getEtag(),
        Wish::like,
        (session, current, wish) -> {
          var found = facts.settle(session.tx(), Placements.request(List.of(wish)), session.now());
          return new Confirm(
              Placements.of(current, wish, waive, found),
              found.booked(),
              ticket(session, current),
              caller.author());
        });
  }

  org.supportcenter.v1.Appointment advance(
      Message request, String name, String etag, AppointmentStatus next, String cancelReason) {
    var author = Caller.current().author();
    return change(
        request,
        Names.APPOINTMENT.id(name, "name"),
        etag,
        Wish::like,
        (session, current, _) ->
            new Advance(current, next, cancelReason, ticket(session, current), author));
  }

  /**
   * Looks at the appointment to know whom to lock, locks them, looks again, and begins anew if it
   * went to others in between.
   */
  private org.supportcenter.v1.Appointment change(
      Message request,
      UUID id,
      String etag,
      Function<Appointment, Wish> edit,
      Commanding commanding) {
    var caller = Caller.current();
    var name = Names.APPOINTMENT.of(id);
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      var seen =
          reads.run(
              caller, tx -> Resources.found(appointments.find(tx, id, caller.technician()), name));
      var locked = Parties.of(List.of(seen), List.of(edit.apply(seen)));
      try {
        return desk.attempt(
            caller,
            request,
            locked.locks(caller.tenant()),
            org.supportcenter.v1.Appointment.parser(),
            session -> {
              var current =
                  Resources.found(appointments.find(session.tx(), id, caller.technician()), name);
              Etags.check(etag, name, current.version());
              var wish = edit.apply(current);
              locked.cover(Parties.of(List.of(current), List.of(wish)));
              return AppointmentMessages.message(
                  session.carryOut(commanding.command(session, current, wish)).getFirst());
            });
      } catch (Parties.Others _) {
        // The next round locks those whom it went to.
      }
    }
    throw new Refusal.ConcurrentChange().asException();
  }

  private TicketFacts ticket(Session session, Appointment current) {
    var ticket = appointments.lockTicket(session.tx(), current.ticketId(), current.id());
    if (ticket == null) {
      throw new IllegalStateException("An appointment without a ticket: " + current.id());
    }
    return ticket;
  }

  private @Nullable TicketFacts wished(Session session, @Nullable UUID id, TicketFacts former) {
    if (id == null || id.equals(former.ticket().id())) {
      return id == null ? null : former;
    }
    var ticket = appointments.lockTicket(session.tx(), id, null);
    if (ticket == null) {
      throw Placements.missing(Names.TICKET, id, "appointment.ticket");
    }
    return ticket;
  }
}
