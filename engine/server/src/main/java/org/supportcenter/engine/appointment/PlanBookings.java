package org.supportcenter.engine.appointment;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.domain.booking.BookingCommand.NewVisit;
import org.supportcenter.domain.booking.BookingCommand.Rearrange;
import org.supportcenter.domain.booking.Decider;
import org.supportcenter.domain.booking.Placement;
import org.supportcenter.domain.booking.TicketFacts;
import org.supportcenter.domain.booking.WaiverRequest;
import org.supportcenter.domain.booking.Wish;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.refusal.RefusedException;
import org.supportcenter.domain.rule.Judge;
import org.supportcenter.engine.appointment.BookingDesk.Session;
import org.supportcenter.engine.availability.AlternativeFinder;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.ops.Metrics;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.store.Tx;
import org.supportcenter.store.appointment.AppointmentStore;
import org.supportcenter.store.booking.BookingFactsStore;
import org.supportcenter.store.booking.SetupCache;

/** Carries plans out: all of it or nothing, judged as every booking is. */
public final class PlanBookings {

  private final Reads reads;
  private final BookingDesk desk;
  private final AppointmentStore appointments = new AppointmentStore();
  private final BookingFactsStore facts;

  /** Books as {@link AppointmentService} does. */
  public PlanBookings(
      Reads reads,
      Writes writes,
      Judge judge,
      AlternativeFinder alternatives,
      SetupCache setups,
      Metrics metrics,
      InstantSource clock) {
    this.reads = reads;
    this.facts = new BookingFactsStore(setups);
    this.desk =
        new BookingDesk(writes, new Decider(judge), appointments, alternatives, metrics, clock);
  }

  /**
   * A booked visit's new place.
   *
   * @param version that the plan was made from
   */
  public record Moved(UUID appointment, int version, UUID technician, Instant start) {

    private Wish wish(Appointment current) {
      var wish = Wish.like(current);
      return wish.at(start, wish.duration()).by(technician);
    }
  }

  /**
   * A visit that is booked.
   *
   * @param id the new appointment's
   * @param status {@code DRAFT} or {@code CONFIRMED}
   */
  public record Booked(UUID id, Wish wish, AppointmentStatus status) {}

  /**
   * A booked visit that stays where it is.
   *
   * @param version that the plan was made from
   */
  public record Untouched(UUID appointment, int version) {}

  /** What becomes of the plan itself, in the same transaction. */
  public interface Ending<A> {

    /** Is told under the locks, before anything is stored; may refuse. */
    void begin(Tx tx);

    /** Is told what was stored, new and moved ones; the answer. */
    A end(Tx tx, List<Appointment> outcome);
  }

  /**
   * Carries it out.
   *
   * @param plan name of the plan
   * @throws RefusedException {@link Refusal.PlanStale} if an appointment is no longer what it was,
   *     or a rule would be broken
   */
  public <A extends Message> A carryOut(
      Caller caller,
      Message request,
      Parser<A> parser,
      String plan,
      List<Moved> moves,
      List<Booked> visits,
      List<Untouched> untouched,
      Ending<A> ending) {
    try {
      var seen = reads.run(caller, tx -> find(tx, ids(moves)));
      return desk.attempt(
          caller,
          request,
          parties(seen, moves, visits).locks(caller.tenant()),
          parser,
          session -> {
            ending.begin(session.tx());
            checkUntouched(session.tx(), plan, untouched);
            if (moves.isEmpty() && visits.isEmpty()) {
              return ending.end(session.tx(), List.of());
            }
            var current = current(session.tx(), plan, moves);
            var outcome = session.carryOut(command(caller, session, current, moves, visits));
            return ending.end(session.tx(), outcome);
          });
    } catch (RefusedException refused) {
      throw stale(plan, refused);
    }
  }

  private static RefusedException stale(String plan, RefusedException refused) {
    var refusal = refused.refusal();
    if (refusal instanceof Refusal.RulesBroken broken) {
      return new Refusal.PlanStale(plan, null, broken.violations()).asException();
    }
    if (refusal instanceof Refusal.ConstraintBroken) {
      return new Refusal.PlanStale(plan, null, List.of()).asException();
    }
    if (refusal instanceof Refusal.NotFound gone && !gone.resource().equals(plan)) {
      return new Refusal.PlanStale(plan, gone.resource(), List.of()).asException();
    }
    return refused;
  }

  private static List<UUID> ids(List<Moved> moves) {
    return moves.stream().map(Moved::appointment).toList();
  }

  private Map<UUID, Appointment> find(Tx tx, List<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : appointments.findAll(tx, ids).stream()
            .collect(Collectors.toMap(Appointment::id, Function.identity()));
  }

  /** The appointments as they are, which must be as the plan knew them. */
  private Map<UUID, Appointment> current(Tx tx, String plan, List<Moved> moves) {
    var found = find(tx, ids(moves));
    for (var move : moves) {
      checkKnown(plan, move.appointment(), move.version(), found);
    }
    return found;
  }

  private void checkUntouched(Tx tx, String plan, List<Untouched> untouched) {
    var found = find(tx, untouched.stream().map(Untouched::appointment).toList());
    for (var visit : untouched) {
      checkKnown(plan, visit.appointment(), visit.version(), found);
    }
  }

  private static void checkKnown(String plan, UUID id, int version, Map<UUID, Appointment> found) {
    var current = found.get(id);
    if (current == null || current.version() != version) {
      throw new Refusal.PlanStale(plan, Names.APPOINTMENT.of(id), List.of()).asException();
    }
  }

  private static Parties parties(
      Map<UUID, Appointment> current, List<Moved> moves, List<Booked> visits) {
    return Parties.of(
        current.values(),
        Stream.concat(
                moves.stream()
                    .filter(move -> current.containsKey(move.appointment()))
                    .map(move -> move.wish(of(current, move))),
                visits.stream().map(Booked::wish))
            .toList());
  }

  private static Appointment of(Map<UUID, Appointment> current, Moved move) {
    return Objects.requireNonNull(current.get(move.appointment()));
  }

  private Rearrange command(
      Caller caller,
      Session session,
      Map<UUID, Appointment> current,
      List<Moved> moves,
      List<Booked> visits) {
    var moved = new LinkedHashMap<Moved, Wish>();
    moves.forEach(move -> moved.put(move, move.wish(of(current, move))));
    var wishes = new ArrayList<>(moved.values());
    visits.forEach(visit -> wishes.add(visit.wish()));
    var found = facts.settle(session.tx(), Placements.request(wishes), session.now());
    var placements = new ArrayList<Placement>();
    moved.forEach(
        (move, wish) ->
            placements.add(Placements.of(of(current, move), wish, WaiverRequest.NONE, found)));
    var booked =
        visits.stream()
            .map(
                visit ->
                    new NewVisit(
                        visit.id(),
                        UUID.randomUUID(),
                        Placements.of(null, visit.wish(), WaiverRequest.NONE, found),
                        visit.status()))
            .toList();
    return new Rearrange(
        placements, booked, found.booked(), tickets(session, current, visits), caller.author());
  }

  /** In the order of their ids, as everybody locks them. */
  private List<TicketFacts> tickets(
      Session session, Map<UUID, Appointment> current, List<Booked> visits) {
    var ids = new TreeSet<UUID>();
    current.values().forEach(appointment -> ids.add(appointment.ticketId()));
    for (var visit : visits) {
      var ticket = visit.wish().ticketId();
      if (ticket != null) {
        ids.add(ticket);
      }
    }
    var tickets = new ArrayList<TicketFacts>();
    for (var id : ids) {
      var ticket = appointments.lockTicket(session.tx(), id, null);
      if (ticket == null) {
        throw new Refusal.NotFound(Names.TICKET.of(id)).asException();
      }
      tickets.add(ticket);
    }
    return tickets;
  }
}
