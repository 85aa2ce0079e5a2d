package org.supportcenter.engine.plan;

import static org.supportcenter.domain.appointment.AppointmentStatus.CONFIRMED;
import static org.supportcenter.domain.appointment.AppointmentStatus.DRAFT;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.plan.FixedVisit;
import org.supportcenter.domain.plan.PlanSize;
import org.supportcenter.domain.plan.PlanTask;
import org.supportcenter.domain.plan.PlanVisit;
import org.supportcenter.domain.policy.Limits;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.schedule.BookedVisit;
import org.supportcenter.domain.ticket.Ticket;
import org.supportcenter.domain.time.Span;
import org.supportcenter.domain.travel.Point;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.store.Tenantwide;
import org.supportcenter.store.Tx;
import org.supportcenter.store.appointment.AppointmentStore;
import org.supportcenter.store.booking.BookingFacts;
import org.supportcenter.store.booking.BookingFactsStore;
import org.supportcenter.store.booking.FactsRequest;
import org.supportcenter.store.booking.Reach;
import org.supportcenter.store.booking.SetupCache;
import org.supportcenter.store.plan.PlanFactsStore;
import org.supportcenter.store.settings.SuggestionSettingsStore;
import org.supportcenter.store.ticket.TicketStore;
import org.supportcenter.v1.Plan;
import org.supportcenter.v1.PlanRequest;

/** Reads everything a plan is made from. Refuses what does not exist or cannot be planned. */
final class PlanContents {

  private final InstantSource clock;
  private final PlanFactsStore places = new PlanFactsStore();
  private final AppointmentStore appointments = new AppointmentStore();
  private final BookingFactsStore facts;
  private final TicketStore tickets = new TicketStore();
  private final SuggestionSettingsStore suggestions = new SuggestionSettingsStore();

  PlanContents(SetupCache setups, InstantSource clock) {
    this.facts = new BookingFactsStore(setups);
    this.clock = clock;
  }

  /** Reads it as it is now. */
  PlanContent read(Tx tx, UUID id, Plan message) {
    var now = clock.instant();
    var order = PlanOrder.of(message, now);
    var technicians = order.technicians().isEmpty() ? everybody(tx) : order.technicians();
    var concerned = new HashSet<>(technicians);
    var absence = order.absence();
    if (absence != null) {
      concerned.add(absence.technician());
    }
    var change = order.change();
    if (change != null && change.technician() != null) {
      concerned.add(change.technician());
    }
    var overrunning = overrunning(tx, order);
    if (overrunning != null) {
      concerned.add(overrunning.technicianId());
    }
    var holding = appointments.holding(tx, concerned, order.window());
    var movable = new LinkedHashMap<UUID, Appointment>();
    named(tx, order).forEach(each -> movable.put(each.id(), each));
    for (var each : holding) {
      if (PlanVisit.mayMove(each, now) && isFreed(each, order, overrunning)) {
        movable.putIfAbsent(each.id(), each);
      }
    }
    if (overrunning != null) {
      movable.remove(overrunning.id());
    }
    if (movable.size() + order.requests().size() > PlanSize.VISITS) {
      throw PlanOrder.invalid(
          "plan", "must not have more than %d visits to place or move".formatted(PlanSize.VISITS));
    }
    movable.values().forEach(each -> concerned.add(each.technicianId()));
    var found = facts.read(tx, request(order, concerned, movable.values()), now);
    if (absence != null) {
      requireKnown(found, absence.technician(), "plan.absence.technician");
    }
    if (change != null && change.technician() != null) {
      requireKnown(found, change.technician(), "plan.change.technician");
    }
    var worlds = new PlanTechnicians(technicians, found, order);
    var visits = new ArrayList<PlanVisit>();
    movable.values().forEach(each -> visits.add(worlds.visit(each)));
    var requests = new ArrayList<UUID>();
    var known = tickets.findAll(tx, PlanRequests.tickets(order.requests()));
    for (int i = 0; i < order.requests().size(); i++) {
      var request = order.requests().get(i);
      var visit = PlanRequests.id(id, i);
      requests.add(visit);
      visits.add(worlds.visit(visit, request, ticket(known, request, i), i));
    }
    var task =
        new PlanTask(
            now,
            order.window(),
            worlds.workers(places.homes(tx, technicians)),
            visits,
            fixed(found, movable.keySet(), holding, order),
            suggestions.find(tx, Tenantwide.KEY).content().travel().times());
    return new PlanContent(task, movable, requests);
  }

  private List<UUID> everybody(Tx tx) {
    var active = places.active(tx, PlanSize.TECHNICIANS + 1);
    if (active.isEmpty()) {
      throw PlanOrder.invalid("plan.technicians", "must name one: there is no active technician");
    }
    if (active.size() > PlanSize.TECHNICIANS) {
      throw PlanOrder.invalid(
          "plan.technicians",
          "must name up to %1$d: there are more than %1$d active ones"
              .formatted(PlanSize.TECHNICIANS));
    }
    return active;
  }

  private static void requireKnown(BookingFacts found, UUID technician, String field) {
    if (!found.technicians().contains(technician)) {
      throw missing(Names.TECHNICIAN, technician, field);
    }
  }

  private @Nullable Appointment overrunning(Tx tx, PlanOrder order) {
    var overrun = order.overrun();
    if (overrun == null) {
      return null;
    }
    var found = appointments.find(tx, overrun.appointment(), null);
    if (found == null) {
      throw missing(Names.APPOINTMENT, overrun.appointment(), "plan.overrun.appointment");
    }
    if (!found.status().holdsTime() || !overrun.end().isAfter(found.span().end())) {
      throw PlanOrder.invalid(
          "plan.overrun.endTime", "must be later than the booked end of a visit that goes on");
    }
    return found;
  }

  private List<Appointment> named(Tx tx, PlanOrder order) {
    if (order.named().isEmpty()) {
      return List.of();
    }
    var found =
        appointments.findAll(tx, order.named().keySet()).stream()
            .collect(Collectors.toMap(Appointment::id, each -> each));
    var inOrder = new ArrayList<Appointment>();
    order
        .named()
        .forEach(
            (id, field) -> {
              var appointment = found.get(id);
              if (appointment == null) {
                throw missing(Names.APPOINTMENT, id, field);
              }
              var isDraft = appointment.status() == DRAFT;
              if (!isDraft && (order.drafts().contains(id) || appointment.status() != CONFIRMED)) {
                throw PlanOrder.invalid(
                    field,
                    "names an appointment that is %s; %s"
                        .formatted(
                            appointment.status(),
                            order.drafts().contains(id)
                                ? "name confirmed ones in movable"
                                : "only drafts and confirmed ones can be moved"));
              }
              inOrder.add(appointment);
            });
    return inOrder;
  }

  private static boolean isFreed(
      Appointment appointment, PlanOrder order, @Nullable Appointment overrunning) {
    var absence = order.absence();
    var overrun = order.overrun();
    return order.tidy()
        || (absence != null
            && appointment.technicianId().equals(absence.technician())
            && appointment.span().overlaps(absence.span()))
        || (overrun != null
            && overrunning != null
            && appointment.technicianId().equals(overrunning.technicianId())
            && appointment
                .terms()
                .occupied()
                .overlaps(
                    new Span(
                        overrunning.span().start(),
                        overrun.end().plus(overrunning.terms().bufferAfter()))));
  }

  private static FactsRequest request(
      PlanOrder order, Set<UUID> technicians, Iterable<Appointment> movable) {
    var customers = new HashSet<UUID>();
    var serviceTypes = new HashSet<UUID>();
    for (var each : movable) {
      customers.add(each.customerId());
      add(serviceTypes, each.terms().serviceTypeId());
    }
    for (int i = 0; i < order.requests().size(); i++) {
      var request = order.requests().get(i);
      customers.add(PlanRequests.customer(request, PlanRequests.field(i)));
      add(serviceTypes, PlanRequests.serviceType(request, PlanRequests.field(i)));
    }
    var window = order.window();
    return new FactsRequest(
        technicians,
        customers,
        serviceTypes,
        Reach.around(window.start(), window.end(), Limits.VISIT_DURATION.max()));
  }

  private static void add(Set<UUID> ids, @Nullable UUID id) {
    if (id != null) {
      ids.add(id);
    }
  }

  private static @Nullable Ticket ticket(Map<UUID, Ticket> known, PlanRequest request, int index) {
    var field = PlanRequests.field(index);
    var id = PlanRequests.ticket(request, field);
    if (id == null) {
      return null;
    }
    var ticket = known.get(id);
    if (ticket == null) {
      throw missing(Names.TICKET, id, field + ".ticket");
    }
    if (!ticket.content().customerId().equals(PlanRequests.customer(request, field))) {
      throw PlanOrder.invalid(field + ".ticket", "must be a ticket of the customer");
    }
    return ticket;
  }

  private static List<FixedVisit> fixed(
      BookingFacts found, Set<UUID> movable, List<Appointment> holding, PlanOrder order) {
    var where = new HashMap<UUID, Point>();
    for (var each : holding) {
      var point = Point.of(each.details().location());
      if (point != null) {
        where.put(each.id(), point);
      }
    }
    return found.booked().stream()
        .filter(visit -> !movable.contains(visit.id()))
        .map(visit -> new FixedVisit(longer(visit, order), where.get(visit.id())))
        .toList();
  }

  private static BookedVisit longer(BookedVisit visit, PlanOrder order) {
    var overrun = order.overrun();
    return overrun == null || !overrun.appointment().equals(visit.id())
        ? visit
        : new BookedVisit(
            visit.id(),
            visit.technicianId(),
            visit.customerId(),
            new Span(visit.span().start(), overrun.end()),
            visit.bufferBefore(),
            visit.bufferAfter(),
            visit.occupancy());
  }

  static RuntimeException missing(Names kind, UUID id, String field) {
    return new Refusal.NotFound(kind.of(id), field).asException();
  }
}
