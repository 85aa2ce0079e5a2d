package org.supportcenter.store.appointment;

import static org.jooq.impl.DSL.noCondition;
import static org.supportcenter.schema.jooq.Tables.APPOINTMENT;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.appointment.AppointmentChange;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.domain.booking.Decision.Accepted;
import org.supportcenter.domain.booking.TicketFacts;
import org.supportcenter.domain.policy.Limits;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.ticket.Ticket;
import org.supportcenter.domain.ticket.TicketChange;
import org.supportcenter.domain.time.Span;
import org.supportcenter.store.CurrentTenant;
import org.supportcenter.store.RowInsert;
import org.supportcenter.store.Tx;
import org.supportcenter.store.hold.HoldStore;
import org.supportcenter.store.ticket.TicketStore;

/** The appointments of a tenant, with the tickets that follow them. */
public final class AppointmentStore {

  private static final RowInsert INSERT = new RowInsert(APPOINTMENT);

  private final TicketStore tickets = new TicketStore();

  /**
   * The appointment, or null when there is none.
   *
   * @param technician finds only this technician's; null: anybody's
   */
  public @Nullable Appointment find(Tx tx, UUID id, @Nullable UUID technician) {
    return tx.sql()
        .selectFrom(APPOINTMENT)
        .where(isRow(id))
        .and(HoldStore.IS_NONE)
        .and(technician == null ? noCondition() : APPOINTMENT.TECHNICIAN_ID.eq(technician))
        .fetchOne(AppointmentRows::read);
  }

  /** Whoever has appointments that hold time in the span, active or not. */
  public Set<UUID> techniciansWithVisits(Tx tx, Span span) {
    return tx.sql()
        .selectDistinct(APPOINTMENT.TECHNICIAN_ID)
        .from(APPOINTMENT)
        .where(holdsTimeIn(span))
        .fetchSet(APPOINTMENT.TECHNICIAN_ID);
  }

  /** The customers of the technician's appointments that hold time in the span. */
  public Set<UUID> customersOf(Tx tx, UUID technician, Span span) {
    return tx.sql()
        .selectDistinct(APPOINTMENT.CUSTOMER_ID)
        .from(APPOINTMENT)
        .where(holdsTimeIn(span))
        .and(APPOINTMENT.TECHNICIAN_ID.eq(technician))
        .fetchSet(APPOINTMENT.CUSTOMER_ID);
  }

  /** The appointments of the technicians that hold time in the span, by start. */
  public List<Appointment> holding(Tx tx, Collection<UUID> technicians, Span span) {
    return tx.sql()
        .selectFrom(APPOINTMENT)
        .where(holdsTimeIn(span))
        .and(APPOINTMENT.TECHNICIAN_ID.in(technicians))
        .orderBy(APPOINTMENT.START_TIME, APPOINTMENT.ID)
        .fetch(AppointmentRows::read);
  }

  private static Condition holdsTimeIn(Span span) {
    return APPOINTMENT
        .TENANT_ID
        .eq(CurrentTenant.ID)
        .and(APPOINTMENT.HOLDS)
        .and(HoldStore.IS_NONE)
        .and(APPOINTMENT.START_TIME.gt(span.start().minus(Limits.VISIT_DURATION.max())))
        .and(APPOINTMENT.START_TIME.lt(span.end()))
        .and(APPOINTMENT.END_TIME.gt(span.start()));
  }

  /** Those of the appointments that there are, in no order. */
  public List<Appointment> findAll(Tx tx, Collection<UUID> ids) {
    return tx.sql()
        .selectFrom(APPOINTMENT)
        .where(APPOINTMENT.TENANT_ID.eq(CurrentTenant.ID))
        .and(HoldStore.IS_NONE)
        .and(APPOINTMENT.ID.in(ids))
        .fetch(AppointmentRows::read);
  }

  /**
   * The ticket, locked until the transaction ends, with the statuses of its visits; null when there
   * is none.
   *
   * @param except a visit that is left out; null: none
   */
  public @Nullable TicketFacts lockTicket(Tx tx, UUID id, @Nullable UUID except) {
    var ticket = tickets.lock(tx, id);
    if (ticket == null) {
      return null;
    }
    var statuses =
        tx.sql()
            .select(APPOINTMENT.STATUS)
            .from(APPOINTMENT)
            .where(APPOINTMENT.TENANT_ID.eq(CurrentTenant.ID))
            .and(APPOINTMENT.TICKET_ID.eq(id))
            .and(except == null ? noCondition() : APPOINTMENT.ID.ne(except))
            .fetch(row -> AppointmentStatus.valueOf(row.value1()));
    return new TicketFacts(ticket.content(), statuses);
  }

  /**
   * Draws references with the next round trip.
   *
   * @param forTicket whether a ticket would be made with the appointment
   */
  public Numbers draw(Tx tx, boolean forTicket) {
    return Numbers.draw(tx, forTicket);
  }

  /**
   * Stores a new appointment, and its ticket if that is new or follows.
   *
   * @param decided whose one appointment is new
   * @param numbers drawn in this transaction
   * @return the same with references
   */
  public Accepted create(Tx tx, Accepted decided, Numbers numbers) {
    tx.send();
    var created = decided.appointments().getFirst();
    var visit = created.after().numbered(numbers.appointment());
    var tickets = decided.tickets().stream().map(change -> create(tx, change, visit, numbers));
    var stored = tickets.toList();
    tx.enqueue(INSERT.step(AppointmentRows.write(visit)));
    return new Accepted(
        List.of(visit),
        List.of(new AppointmentChange(created.type(), null, visit, created.waivers())),
        stored);
  }

  private TicketChange create(Tx tx, TicketChange change, Appointment visit, Numbers numbers) {
    if (change.before() != null) {
      return store(tx, change);
    }
    var numbered = change.after().numbered(numbers.ticket(), Ticket.subjectFor(visit.reference()));
    tickets.add(tx, numbered.id(), numbered);
    return new TicketChange(null, numbered, null);
  }

  /**
   * Stores changes of appointments that there are and then new appointments, with their tickets.
   *
   * @return the same with references
   */
  public Accepted storeAll(Tx tx, Accepted decided) {
    var changed = decided.appointments().stream().filter(each -> each.before() != null).toList();
    var made = decided.appointments().stream().filter(each -> each.before() == null).toList();
    if (made.isEmpty()) {
      return store(tx, decided);
    }
    var followed = decided.tickets().stream().filter(each -> each.before() != null).toList();
    var newTickets =
        decided.tickets().stream()
            .filter(each -> each.before() == null)
            .collect(Collectors.toMap(each -> each.after().id(), Function.identity()));
    var stored = new ArrayList<>(List.of(store(tx, new Accepted(List.of(), changed, followed))));
    var numbers = made.stream().map(each -> draw(tx, hasNew(newTickets, each))).toList();
    tx.send();
    for (int i = 0; i < made.size(); i++) {
      var ticket = newTickets.get(made.get(i).after().ticketId());
      var tickets = ticket == null ? List.<TicketChange>of() : List.of(ticket);
      var one = new Accepted(List.of(), List.of(made.get(i)), tickets);
      stored.add(create(tx, one, numbers.get(i)));
    }
    var numbered =
        stored.stream()
            .flatMap(each -> each.appointments().stream())
            .collect(Collectors.toMap(each -> each.after().id(), Function.identity()));
    return new Accepted(
        decided.outcome().stream()
            .map(each -> numbered.containsKey(each.id()) ? numbered.get(each.id()).after() : each)
            .toList(),
        decided.appointments().stream().map(each -> numbered.get(each.after().id())).toList(),
        stored.stream().flatMap(each -> each.tickets().stream()).toList());
  }

  private static boolean hasNew(Map<UUID, TicketChange> tickets, AppointmentChange change) {
    return tickets.containsKey(change.after().ticketId());
  }

  /** Stores changes of appointments that there are, and numbers tickets that are new. */
  public Accepted store(Tx tx, Accepted decided) {
    var changes = decided.appointments();
    if (changes.size() > 1) {
      release(tx, changes);
    }
    var ticketChanges = decided.tickets().stream().map(change -> store(tx, change)).toList();
    changes.forEach(change -> update(tx, change.after()));
    return new Accepted(decided.outcome(), changes, ticketChanges);
  }

  private static void update(Tx tx, Appointment next) {
    var updated =
        tx.sql()
            .update(APPOINTMENT)
            .set(AppointmentRows.write(next))
            .where(isRow(next.id()))
            .and(APPOINTMENT.VERSION.eq(next.version() - 1))
            .execute();
    if (updated != 1) {
      throw new Refusal.ConcurrentChange().asException();
    }
  }

  /** Lets go of the time of all, so that visits may take each other's places. */
  private static void release(Tx tx, List<AppointmentChange> changes) {
    tx.sql()
        .update(APPOINTMENT)
        .set(APPOINTMENT.HOLDS, false)
        .where(APPOINTMENT.TENANT_ID.eq(CurrentTenant.ID))
        .and(APPOINTMENT.ID.in(changes.stream().map(change -> change.after().id()).toList()))
        .execute();
  }

  /** Stores what follows for a ticket; one that is made for a visit gets its number. */
  private TicketChange store(Tx tx, TicketChange change) {
    var ticket = change.after();
    if (change.before() != null) {
      tickets.update(tx, ticket.id(), ticket);
      return change;
    }
    var numbered = ticket.numbered(tickets.nextReference(tx), ticket.content().subject());
    tickets.add(tx, numbered.id(), numbered);
    return new TicketChange(null, numbered, null);
  }

  private static Condition isRow(UUID id) {
    return APPOINTMENT.TENANT_ID.eq(CurrentTenant.ID).and(APPOINTMENT.ID.eq(id));
  }
}
