package org.supportcenter.store.appointment;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static org.supportcenter.schema.jooq.Tables.APPOINTMENT;
import static org.supportcenter.schema.jooq.Tables.TICKET;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Record2;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.appointment.AppointmentChange;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.domain.booking.Decision.Accepted;
import org.supportcenter.domain.booking.TicketFacts;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.ticket.Ticket;
import org.supportcenter.domain.ticket.TicketChange;
import org.supportcenter.store.CurrentTenant;
import org.supportcenter.store.Tx;
import org.supportcenter.store.ticket.TicketRows;
import org.supportcenter.store.ticket.TicketStore;

/** The appointments of a tenant, with the tickets that follow them. */
public final class AppointmentStore {

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
        .and(technician == null ? noCondition() : APPOINTMENT.TECHNICIAN_ID.eq(technician))
        .fetchOne(AppointmentRows::read);
  }

  /** Those of the appointments that there are, in no order. */
  public List<Appointment> findAll(Tx tx, Collection<UUID> ids) {
    return tx.sql()
        .selectFrom(APPOINTMENT)
        .where(APPOINTMENT.TENANT_ID.eq(CurrentTenant.ID))
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
   * Stores what was decided, and numbers what is new.
   *
   * @return the same with references
   */
  public Accepted store(Tx tx, UUID tenant, Accepted decided) {
    var changes = decided.appointments();
    if (changes.size() == 1 && changes.getFirst().before() == null) {
      return storeNew(tx, decided);
    }
    if (changes.size() > 1) {
      release(tx, changes);
    }
    var ticketChanges = decided.tickets().stream().map(change -> store(tx, change)).toList();
    changes.forEach(change -> update(tx, change.after()));
    return new Accepted(decided.outcome(), changes, ticketChanges);
  }

  private Accepted storeNew(Tx tx, Accepted decided) {
    var created = decided.appointments().getFirst();
    var visit = created.after();
    var following = decided.tickets().isEmpty() ? null : decided.tickets().getFirst();
    var ticket = following != null && following.before() == null ? following.after() : null;
    var numbers = insert(tx, visit, ticket);
    var numbered = visit.numbered(numbers.value1());
    if (ticket != null) {
      following =
          new TicketChange(
              null,
              ticket.numbered(numbers.value2(), Ticket.subjectFor(numbered.reference())),
              null);
    } else if (following != null) {
      tickets.update(tx, following.after().id(), following.after());
    }
    return new Accepted(
        List.of(numbered),
        List.of(new AppointmentChange(created.type(), null, numbered, created.waivers())),
        following == null ? List.of() : List.of(following));
  }

  /** One statement for both: the ticket's row is written before the one that refers to it. */
  private static Record2<String, String> insert(Tx tx, Appointment visit, @Nullable Ticket ticket) {
    var steps = new ArrayList<CommonTableExpression<?>>();
    if (ticket == null) {
      steps.add(Numbers.drawn(false));
    } else {
      steps.add(Numbers.drawn(true));
      var subject = concat(val(Ticket.subjectFor("")), Numbers.OF_APPOINTMENT);
      steps.add(
          name("made")
              .as(
                  insertInto(TICKET)
                      .set(TicketRows.write(ticket))
                      .set(TICKET.TENANT_ID, CurrentTenant.ID)
                      .set(TICKET.VERSION, ticket.version())
                      .set(TICKET.REFERENCE, Numbers.OF_TICKET)
                      .set(TICKET.SUBJECT, subject)
                      .returning(TICKET.ID)));
    }
    return tx.sql()
        .with(steps)
        .insertInto(APPOINTMENT)
        .set(AppointmentRows.write(visit))
        .set(APPOINTMENT.TENANT_ID, CurrentTenant.ID)
        .set(APPOINTMENT.REFERENCE, Numbers.OF_APPOINTMENT)
        .returningResult(Numbers.OF_APPOINTMENT, Numbers.OF_TICKET)
        .fetchSingle();
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
    tickets.create(tx, numbered.id(), numbered);
    return new TicketChange(null, numbered, null);
  }

  private static Condition isRow(UUID id) {
    return APPOINTMENT.TENANT_ID.eq(CurrentTenant.ID).and(APPOINTMENT.ID.eq(id));
  }
}
