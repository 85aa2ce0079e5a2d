package org.supportcenter.engine.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.appointment.AppointmentChange;
import org.supportcenter.domain.appointment.AppointmentChange.Type;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.domain.appointment.Details;
import org.supportcenter.domain.appointment.Progress;
import org.supportcenter.domain.appointment.Revision;
import org.supportcenter.domain.appointment.Terms;
import org.supportcenter.domain.booking.Decision.Accepted;
import org.supportcenter.domain.change.Author;
import org.supportcenter.domain.change.Source;
import org.supportcenter.domain.ticket.Priority;
import org.supportcenter.domain.ticket.Stage;
import org.supportcenter.domain.ticket.Ticket;
import org.supportcenter.domain.ticket.TicketChange;
import org.supportcenter.domain.ticket.TicketContent;
import org.supportcenter.domain.time.Span;
import org.supportcenter.store.Database;
import org.supportcenter.store.Tx;
import org.supportcenter.store.appointment.AppointmentStore;
import org.supportcenter.store.outbox.Outbox;

/** Books and moves without asking any rule, as the engine stores it. */
final class Visits {

  private static final Author AUTHOR = new Author("apiKeys/test", Source.API);
  private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
  private static final Instant FIRST = Instant.parse("2027-03-05T09:00:00Z");

  private final AppointmentStore store = new AppointmentStore();
  private final Outbox outbox = new Outbox();
  private final UUID tenant;
  private final UUID customer;

  Visits(UUID tenant, UUID customer) {
    this.tenant = tenant;
    this.customer = customer;
  }

  /** Books the technician at the n-th place. */
  Appointment book(Database database, UUID technician, int place) {
    return book(database, technician, place, () -> {});
  }

  /** Does something else before it commits. */
  Appointment book(Database database, UUID technician, int place, Runnable beforeCommit) {
    return database.write(
        tenant,
        tx -> {
          var visit = visit(technician, FIRST.plus(Duration.ofHours(2L * place)));
          var booked = new AppointmentChange(Type.CREATED, null, visit, List.of());
          var opened = new TicketChange(null, ticket(visit), null);
          var stored = store(tx, new Accepted(List.of(visit), List.of(booked), List.of(opened)));
          beforeCommit.run();
          return stored;
        });
  }

  /** Gives the visit to somebody else. */
  Appointment move(Database database, Appointment visit, UUID technician) {
    return database.write(
        tenant,
        tx -> {
          var next =
              new Appointment(
                  visit.id(),
                  visit.reference(),
                  visit.customerId(),
                  visit.ticketId(),
                  terms(technician, visit.span().start()),
                  visit.status(),
                  visit.details(),
                  visit.progress(),
                  visit.waivers(),
                  visit.revision().next(NOW.plusSeconds(60)));
          var moved = new AppointmentChange(Type.MOVED, visit, next, List.of());
          return store(tx, new Accepted(List.of(next), List.of(moved), List.of()));
        });
  }

  private Appointment store(Tx tx, Accepted decided) {
    var isNew = decided.appointments().getFirst().before() == null;
    var stored = isNew ? store.create(tx, decided, store.draw(tx, true)) : store.store(tx, decided);
    outbox.append(tx, AUTHOR, stored.appointments(), stored.tickets());
    return stored.outcome().getFirst();
  }

  private Appointment visit(UUID technician, Instant start) {
    return new Appointment(
        UUID.randomUUID(),
        "",
        customer,
        UUID.randomUUID(),
        terms(technician, start),
        AppointmentStatus.CONFIRMED,
        new Details("", null, Priority.NORMAL, null, null),
        Progress.NONE,
        List.of(),
        Revision.first(AUTHOR, NOW));
  }

  private static Terms terms(UUID technician, Instant start) {
    return new Terms(
        technician,
        null,
        Span.of(start, Duration.ofHours(1)),
        List.of(),
        Duration.ZERO,
        Duration.ZERO,
        ZoneId.of("Europe/Berlin"));
  }

  private Ticket ticket(Appointment visit) {
    var content = new TicketContent("", "", customer, visit.technicianId(), Priority.NORMAL, null);
    return new Ticket(visit.ticketId(), "", content, Stage.SCHEDULED, true, 1, NOW, NOW);
  }
}
