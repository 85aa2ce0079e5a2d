package org.supportcenter.engine.plan;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.plan.PlanState;
import org.supportcenter.domain.ticket.Ticket;
import org.supportcenter.engine.appointment.PlanBookings;
import org.supportcenter.engine.appointment.PlanBookings.Booked;
import org.supportcenter.engine.appointment.PlanBookings.Moved;
import org.supportcenter.engine.appointment.PlanBookings.Untouched;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.Resources;
import org.supportcenter.engine.wire.Etags;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.store.Stored;
import org.supportcenter.store.Tx;
import org.supportcenter.store.plan.Payload;
import org.supportcenter.store.plan.PlanStore;
import org.supportcenter.store.plan.StoredPlan;
import org.supportcenter.store.ticket.TicketStore;
import org.supportcenter.v1.ApplyPlanRequest;
import org.supportcenter.v1.Plan;
import org.supportcenter.v1.PlanMove;

/** Has the moves of a plan carried out, once. */
final class PlanApplication {

  private final Reads reads;
  private final PlanBookings bookings;
  private final InstantSource clock;
  private final PlanStore plans = new PlanStore();
  private final TicketStore tickets = new TicketStore();

  PlanApplication(Reads reads, PlanBookings bookings, InstantSource clock) {
    this.reads = reads;
    this.bookings = bookings;
    this.clock = clock;
  }

  /**
   * The orders in a plan.
   *
   * @param plan as it was when they were read
   * @param untouched visits that stay where they are
   */
  private record Orders(
      StoredPlan plan,
      List<Moved> moves,
      List<Booked> visits,
      List<Untouched> untouched,
      List<PlanMove> outcome) {}

  Plan apply(ApplyPlanRequest request) {
    var caller = Caller.current();
    var id = Names.PLAN.id(request.getName(), "name");
    var name = Names.PLAN.of(id);
    var orders = reads.run(caller, tx -> orders(tx, Resources.found(plans.find(tx, id), name)));
    return bookings.carryOut(
        caller,
        request,
        Plan.parser(),
        name,
        orders.moves(),
        orders.visits(),
        orders.untouched(),
        new PlanBookings.Ending<>() {
          @Override
          public void begin(Tx tx) {
            var stored = Resources.found(plans.lock(tx, id), name);
            Etags.check(request.getEtag(), name, stored.version());
            // Nor one that has become ready since: its orders were not there yet to be read.
            for (var plan : List.of(orders.plan(), stored.content())) {
              if (plan.state() != PlanState.READY) {
                throw PlanService.notAllowed(id, plan, PlanState.APPLIED);
              }
            }
          }

          @Override
          public Plan end(Tx tx, List<Appointment> outcome) {
            var stored = Resources.found(plans.lock(tx, id), name).content();
            var named = Plan.newBuilder().addAllMoves(orders.outcome()).build();
            var applied =
                stored.with(Payload.of(named.toByteArray())).in(PlanState.APPLIED, clock.instant());
            return PlanMessages.whole(plans.update(tx, id, applied));
          }
        });
  }

  private Orders orders(Tx tx, Stored<UUID, StoredPlan> stored) {
    var plan = stored.content();
    var outcome = plan.outcome();
    var moves = new ArrayList<Moved>();
    var visits = new ArrayList<Booked>();
    var untouched = new ArrayList<Untouched>();
    var named = new ArrayList<PlanMove>();
    var orders = new Orders(plan, moves, visits, untouched, named);
    // Of a plan that is over nothing is ordered; it is refused, or answered as before, later on.
    if (outcome == null || plan.state() != PlanState.READY) {
      return orders;
    }
    var asked = PlanMessages.asked(plan);
    var known = tickets.findAll(tx, PlanRequests.tickets(asked.getRequestsList()));
    for (var move : Writes.parse(Plan.parser(), outcome.bytes()).getMovesList()) {
      switch (move.getKind()) {
        case MOVED -> {
          moves.add(moved(move));
          named.add(move);
        }
        case CREATED -> {
          var visit = UUID.randomUUID();
          visits.add(booked(visit, asked, move, known));
          named.add(move.toBuilder().setAppointment(Names.APPOINTMENT.of(visit)).build());
        }
        case KEPT, UNPLACED, KIND_UNSPECIFIED, UNRECOGNIZED -> {
          if (!move.getAppointment().isEmpty()) {
            untouched.add(untouched(move));
          }
          named.add(move);
        }
      }
    }
    return orders;
  }

  private static Moved moved(PlanMove move) {
    return new Moved(
        Names.APPOINTMENT.id(move.getAppointment(), "moves"),
        Etags.version(move.getEtag()),
        Names.TECHNICIAN.id(move.getAfter().getTechnician(), "moves"),
        start(move));
  }

  private static Untouched untouched(PlanMove move) {
    return new Untouched(
        Names.APPOINTMENT.id(move.getAppointment(), "moves"), Etags.version(move.getEtag()));
  }

  private static Booked booked(UUID id, Plan asked, PlanMove move, Map<UUID, Ticket> known) {
    int index = move.getRequest() - 1;
    var request = asked.getRequests(index);
    var field = PlanRequests.field(index);
    var technician = Names.TECHNICIAN.id(move.getAfter().getTechnician(), "moves");
    var ticket = PlanRequests.ticket(request, field);
    return new Booked(
        id,
        PlanRequests.wish(
            request, ticket == null ? null : known.get(ticket), technician, start(move), index),
        PlanRequests.status(request, field));
  }

  private static Instant start(PlanMove move) {
    return Times.instant(move.getAfter().getStartTime(), "moves");
  }
}
