package org.supportcenter.engine.appointment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.booking.BookingCommand.Move;
import org.supportcenter.domain.booking.Placement;
import org.supportcenter.domain.booking.TicketFacts;
import org.supportcenter.domain.booking.WaiverRequest;
import org.supportcenter.domain.booking.Wish;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.engine.appointment.BookingDesk.Session;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.wire.Etags;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.store.Tx;
import org.supportcenter.store.appointment.AppointmentStore;
import org.supportcenter.store.booking.BookingFactsStore;
import org.supportcenter.v1.AppointmentMove;
import org.supportcenter.v1.BatchMoveAppointmentsRequest;
import org.supportcenter.v1.BatchMoveAppointmentsResponse;

/** Moves several visits together, all or nothing; they may take each other's places. */
final class BatchMoves {

  private final Reads reads;
  private final BookingDesk desk;
  private final AppointmentStore appointments;
  private final BookingFactsStore facts;

  BatchMoves(
      Reads reads, BookingDesk desk, AppointmentStore appointments, BookingFactsStore facts) {
    this.reads = reads;
    this.desk = desk;
    this.appointments = appointments;
    this.facts = facts;
  }

  /**
   * One of the moves, read.
   *
   * @param field where it stands in the request
   * @param edit what it makes of the appointment
   */
  private record OneMove(
      UUID id, String field, String etag, WaiverRequest waive, Function<Appointment, Wish> edit) {}

  BatchMoveAppointmentsResponse move(BatchMoveAppointmentsRequest request) {
    var caller = Caller.current();
    var moves = read(caller, request.getMovesList());
    for (int attempt = 0; attempt < AppointmentChanges.MOST_ATTEMPTS; attempt++) {
      var seen = reads.run(caller, tx -> find(tx, moves));
      var locked = parties(moves, seen);
      try {
        return desk.attempt(
            caller,
            request,
            locked.locks(caller.tenant()),
            BatchMoveAppointmentsResponse.parser(),
            session -> {
              var current = find(session.tx(), moves);
              checkEtags(moves, current);
              locked.cover(parties(moves, current));
              return answer(session.carryOut(command(caller, session, moves, current)));
            });
      } catch (Parties.Others _) {
        // The next round locks those whom they went to.
      }
    }
    throw new Refusal.ConcurrentChange().asException();
  }

  private Move command(
      Caller caller, Session session, List<OneMove> moves, Map<UUID, Appointment> current) {
    var wishes = new LinkedHashMap<OneMove, Wish>();
    moves.forEach(move -> wishes.put(move, move.edit().apply(current(current, move))));
    var found = facts.settle(session.tx(), Placements.request(wishes.values()), session.now());
    var placements = new ArrayList<Placement>();
    wishes.forEach(
        (move, wish) ->
            placements.add(
                Placements.of(current(current, move), wish, move.waive(), found, move.field())));
    return new Move(placements, found.booked(), lockTickets(session, current), caller.author());
  }

  /** In the order of their ids, as everybody locks them. */
  private List<TicketFacts> lockTickets(Session session, Map<UUID, Appointment> current) {
    var tickets = new ArrayList<TicketFacts>();
    current.values().stream()
        .map(Appointment::ticketId)
        .collect(Collectors.toCollection(TreeSet::new))
        .forEach(
            id -> {
              var ticket = appointments.lockTicket(session.tx(), id, null);
              if (ticket == null) {
                throw new IllegalStateException("An appointment without its ticket: " + id);
              }
              tickets.add(ticket);
            });
    return tickets;
  }

  private static List<OneMove> read(Caller caller, List<AppointmentMove> messages) {
    var moves = new LinkedHashMap<UUID, OneMove>();
    for (int i = 0; i < messages.size(); i++) {
      var path = "moves[%d]".formatted(i);
      var message = messages.get(i);
      var id = Names.APPOINTMENT.id(message.getName(), path + ".name");
      var waive = Wishes.waiver(caller, message.getWaiveList(), message.getWaiveJustification());
      var move = new OneMove(id, path, message.getEtag(), waive, edit(message, path));
      if (moves.put(id, move) != null) {
        throw Wishes.invalid(path + ".name", "names an appointment that another move names");
      }
    }
    return List.copyOf(moves.values());
  }

  private static Function<Appointment, Wish> edit(AppointmentMove message, String path) {
    var technician =
        message.getTechnician().isEmpty()
            ? null
            : Names.TECHNICIAN.id(message.getTechnician(), path + ".technician");
    var start =
        message.hasStartTime() ? Times.instant(message.getStartTime(), path + ".startTime") : null;
    return current -> {
      var wish = Wish.like(current);
      var moved = start == null ? wish : wish.at(start, wish.duration());
      return technician == null ? moved : moved.by(technician);
    };
  }

  private Map<UUID, Appointment> find(Tx tx, List<OneMove> moves) {
    return appointments.findAll(tx, moves.stream().map(OneMove::id).toList()).stream()
        .collect(Collectors.toMap(Appointment::id, Function.identity()));
  }

  private static Parties parties(List<OneMove> moves, Map<UUID, Appointment> current) {
    return Parties.of(
        current.values(),
        moves.stream().map(move -> move.edit().apply(current(current, move))).toList());
  }

  private static Appointment current(Map<UUID, Appointment> current, OneMove move) {
    var appointment = current.get(move.id());
    if (appointment == null) {
      throw new Refusal.NotFound(Names.APPOINTMENT.of(move.id())).asException();
    }
    return appointment;
  }

  private static void checkEtags(List<OneMove> moves, Map<UUID, Appointment> current) {
    for (var move : moves) {
      var name = Names.APPOINTMENT.of(move.id());
      Etags.check(move.etag(), name, current(current, move).version());
    }
  }

  private static BatchMoveAppointmentsResponse answer(List<Appointment> outcome) {
    return BatchMoveAppointmentsResponse.newBuilder()
        .addAllAppointments(outcome.stream().map(AppointmentMessages::message).toList())
        .build();
  }
}
