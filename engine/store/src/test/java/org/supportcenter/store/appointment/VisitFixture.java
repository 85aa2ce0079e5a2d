package org.supportcenter.store.appointment;

import static org.supportcenter.schema.jooq.Tables.APPOINTMENT;
import static org.supportcenter.schema.jooq.Tables.TICKET;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.domain.appointment.Details;
import org.supportcenter.domain.appointment.Progress;
import org.supportcenter.domain.appointment.Revision;
import org.supportcenter.domain.appointment.Terms;
import org.supportcenter.domain.change.Author;
import org.supportcenter.domain.change.Source;
import org.supportcenter.domain.ticket.Priority;
import org.supportcenter.domain.time.Span;
import org.supportcenter.store.CurrentTenant;
import org.supportcenter.store.Tx;

/** Appointments for tests, put straight into the tables. */
public final class VisitFixture {

  public static final Author AUTHOR = new Author("apiKeys/test", Source.API);
  public static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private VisitFixture() {}

  /** A confirmed visit of an hour, version 1, not stored yet. */
  public static Appointment visit(UUID technician, UUID customer, Instant start) {
    var terms =
        new Terms(
            technician,
            null,
            Span.of(start, Duration.ofHours(1)),
            List.of(),
            Duration.ZERO,
            Duration.ofMinutes(15),
            ZoneId.of("Europe/Berlin"));
    return new Appointment(
        UUID.randomUUID(),
        "APPT-%03d".formatted(NUMBER.incrementAndGet()),
        customer,
        UUID.randomUUID(),
        terms,
        AppointmentStatus.CONFIRMED,
        new Details("", null, Priority.NORMAL, null, null),
        Progress.NONE,
        List.of(),
        Revision.first(AUTHOR, NOW));
  }

  /** Stores the appointment and a ticket for it. */
  public static void insert(Tx tx, Appointment visit) {
    tx.sql()
        .insertInto(TICKET)
        .set(TICKET.TENANT_ID, CurrentTenant.ID)
        .set(TICKET.ID, visit.ticketId())
        .set(TICKET.REFERENCE, "TICK-" + visit.reference())
        .set(TICKET.SUBJECT, "Printer")
        .set(TICKET.DESCRIPTION, "")
        .set(TICKET.CUSTOMER_ID, visit.customerId())
        .set(TICKET.STAGE, "SCHEDULED")
        .set(TICKET.PRIORITY, "NORMAL")
        .set(TICKET.CREATED_WITH_APPOINTMENT, true)
        .set(TICKET.VERSION, 1)
        .set(TICKET.CREATE_TIME, NOW)
        .set(TICKET.UPDATE_TIME, NOW)
        .execute();
    tx.sql()
        .insertInto(APPOINTMENT)
        .set(APPOINTMENT.TENANT_ID, CurrentTenant.ID)
        .set(AppointmentRows.write(visit))
        .execute();
  }

  /** Stores a later version. */
  public static void update(Tx tx, Appointment visit) {
    tx.sql()
        .update(APPOINTMENT)
        .set(AppointmentRows.write(visit))
        .where(APPOINTMENT.ID.eq(visit.id()))
        .execute();
  }

  /** The next version at another time or with somebody else. */
  public static Appointment moved(Appointment visit, UUID technician, Instant start) {
    var terms = visit.terms();
    var next =
        new Terms(
            technician,
            terms.serviceTypeId(),
            Span.of(start, terms.span().length()),
            terms.requiredSkills(),
            terms.bufferBefore(),
            terms.bufferAfter(),
            terms.timeZone());
    return with(visit, next, visit.status(), visit.details());
  }

  /** The next version with other notes. */
  public static Appointment noted(Appointment visit, Details details) {
    return with(visit, visit.terms(), visit.status(), details);
  }

  /** The next version in another status. */
  public static Appointment inStatus(Appointment visit, AppointmentStatus status) {
    return with(visit, visit.terms(), status, visit.details());
  }

  private static Appointment with(
      Appointment visit, Terms terms, AppointmentStatus status, Details details) {
    return new Appointment(
        visit.id(),
        visit.reference(),
        visit.customerId(),
        visit.ticketId(),
        terms,
        status,
        details,
        visit.progress(),
        visit.waivers(),
        visit.revision().next(NOW.plusSeconds(60)));
  }
}
