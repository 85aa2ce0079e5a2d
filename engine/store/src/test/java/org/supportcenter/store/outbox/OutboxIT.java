package org.supportcenter.store.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.supportcenter.schema.jooq.Tables.NOTIFICATION;
import static org.supportcenter.store.appointment.VisitFixture.AUTHOR;
import static org.supportcenter.store.appointment.VisitFixture.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.appointment.AppointmentChange;
import org.supportcenter.domain.appointment.AppointmentChange.Type;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.domain.appointment.Details;
import org.supportcenter.domain.place.Location;
import org.supportcenter.domain.ticket.Priority;
import org.supportcenter.schema.jooq.tables.records.NotificationRecord;
import org.supportcenter.store.Database;
import org.supportcenter.store.TestDatabases;
import org.supportcenter.store.appointment.VisitFixture;
import org.supportcenter.store.page.PageQuery;
import org.supportcenter.testkit.PostgresExtension;
import org.supportcenter.testkit.Seeds;

class OutboxIT {

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static final Instant START = Instant.parse("2027-03-05T09:00:00Z");
  private static final Instant DAY_BEFORE = START.minus(Duration.ofDays(1));

  private static Database database;

  private final Seeds seeds = postgres.seeds();
  private final Outbox outbox = new Outbox();
  private final AppointmentHistory history = new AppointmentHistory();
  private final UUID tenant = seeds.tenant();
  private final UUID technician = seeds.technician(tenant, "Europe/Berlin");
  private final UUID colleague = seeds.technician(tenant, "Europe/Berlin");
  private final UUID customer = seeds.customer(tenant);

  @BeforeAll
  static void open() {
    database = TestDatabases.open(postgres);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void bookingOwesConfirmationsAndOneReminder() {
    var visit = booked(visit());

    assertThat(pending(visit))
        .extracting(
            NotificationRecord::getKind,
            NotificationRecord::getRecipientId,
            NotificationRecord::getDueTime,
            NotificationRecord::getAppointmentVersion)
        .containsExactlyInAnyOrder(
            tuple("CONFIRMATION", customer, NOW, 1),
            tuple("CONFIRMATION", technician, NOW, 1),
            tuple("REMINDER", customer, DAY_BEFORE, 1));
  }

  @Test
  void aReminderWhoseMomentHasPassedIsNotMade() {
    settings(null, 86_400, 7 * 86_400, 600);

    assertThat(leads(booked(visit()))).containsExactlyInAnyOrder(86_400, 600);
  }

  @Test
  void aReminderDueAtThisVeryMomentHasPassed() {
    var lead = Math.toIntExact(Duration.between(NOW, START).toSeconds());
    settings(null, lead, lead - 1);

    assertThat(leads(booked(visit()))).containsExactly(lead - 1);
  }

  @Test
  void theTenantSwitchesConfirmationAndRemindersOff() {
    settings(false);

    assertThat(kinds(booked(visit()))).containsExactly("CONFIRMATION TECHNICIAN");
  }

  @Test
  void theAppointmentOutdoesTheTenant() {
    settings(false);

    assertThat(kinds(booked(VisitFixture.noted(visit(), switches(true, true)))))
        .containsExactlyInAnyOrder(
            "CONFIRMATION TECHNICIAN", "CONFIRMATION CUSTOMER", "REMINDER CUSTOMER");
  }

  @Test
  void theAppointmentSwitchesThemOff() {
    assertThat(kinds(booked(VisitFixture.noted(visit(), switches(false, false)))))
        .containsExactly("CONFIRMATION TECHNICIAN");
  }

  @Test
  void theCustomersOptOutWinsOverBoth() {
    seeds.execute(tenant, "UPDATE customer SET reminders_opt_out = true WHERE id = ?", customer);

    assertThat(kinds(booked(VisitFixture.noted(visit(), switches(true, true)))))
        .containsExactlyInAnyOrder("CONFIRMATION TECHNICIAN", "CONFIRMATION CUSTOMER");
  }

  @Test
  void aCustomerWithoutAddressGetsNothing() {
    seeds.execute(tenant, "UPDATE customer SET email = '' WHERE id = ?", customer);

    assertThat(kinds(booked(visit()))).containsExactly("CONFIRMATION TECHNICIAN");
  }

  @Test
  void aMoveVoidsWhatIsPendingAndMakesItAnew() {
    var visit = booked(visit());
    var later = VisitFixture.moved(visit, technician, START.plus(Duration.ofDays(7)));
    change(Type.MOVED, visit, later);

    assertThat(pending(visit))
        .extracting(
            NotificationRecord::getKind,
            NotificationRecord::getRecipientId,
            NotificationRecord::getDueTime,
            NotificationRecord::getAppointmentVersion)
        .containsExactlyInAnyOrder(
            tuple("CHANGE", customer, later.revision().updateTime(), 2),
            tuple("CHANGE", technician, later.revision().updateTime(), 2),
            tuple("REMINDER", customer, DAY_BEFORE.plus(Duration.ofDays(7)), 2));
  }

  @Test
  void aReassignmentTellsBothTechnicians() {
    var visit = booked(visit());
    change(Type.MOVED, visit, VisitFixture.moved(visit, colleague, START));

    assertThat(pending(visit))
        .extracting(NotificationRecord::getKind, NotificationRecord::getRecipientId)
        .containsExactlyInAnyOrder(
            tuple("CHANGE", customer),
            tuple("REMINDER", customer),
            tuple("CANCELLATION", technician),
            tuple("CONFIRMATION", colleague));
  }

  @Test
  void whoLostTheVisitIsStillToldAfterTheNextChange() {
    var visit = booked(visit());
    var theirs = change(Type.MOVED, visit, VisitFixture.moved(visit, colleague, START));
    change(Type.MOVED, theirs, VisitFixture.moved(theirs, colleague, START.plusSeconds(3600)));

    assertThat(pending(visit))
        .allSatisfy(mail -> assertThat(mail.getAppointmentVersion()).isEqualTo(3))
        .extracting(NotificationRecord::getKind, NotificationRecord::getRecipientId)
        .contains(tuple("CANCELLATION", technician), tuple("CHANGE", colleague));
  }

  @Test
  void aChangedNoteTellsNobodyAndTakesPendingMailsAlong() {
    var visit = booked(visit());
    var details = new Details("Ring twice", null, Priority.HIGH, null, null);
    change(Type.UPDATED, visit, VisitFixture.noted(visit, details));

    assertThat(pending(visit))
        .hasSize(3)
        .allSatisfy(mail -> assertThat(mail.getAppointmentVersion()).isEqualTo(2));
    assertThat(kinds(visit)).doesNotContain("CHANGE CUSTOMER");
  }

  @Test
  void aCancelledVisitIsCalledOffAndNotRemindedOf() {
    var visit = booked(visit());
    change(Type.CANCELLED, visit, VisitFixture.inStatus(visit, AppointmentStatus.CANCELLED));

    assertThat(kinds(visit))
        .containsExactlyInAnyOrder("CANCELLATION CUSTOMER", "CANCELLATION TECHNICIAN");
  }

  @Test
  void historyTellsFieldByFieldWhatChanged() {
    var visit = booked(visit());
    var details =
        new Details("a \"b\"", new Location("Road 1", 52.0, 13.25), Priority.HIGH, true, null);
    var noted = change(Type.UPDATED, visit, VisitFixture.noted(visit, details));
    change(Type.MOVED, noted, VisitFixture.moved(noted, technician, START.plusSeconds(3600)));

    var events =
        database.read(
            tenant, tx -> history.list(tx, visit.id(), new PageQuery(0, "", "", "test")).entries());

    assertThat(events)
        .extracting(AppointmentEvent::type)
        .containsExactly("appointment.created", "appointment.updated", "appointment.moved");
    assertThat(events.getFirst().author()).isEqualTo(AUTHOR);
    assertThat(events.getFirst().changes())
        .contains(
            new FieldChange("technician", "", "technicians/" + technician),
            new FieldChange("startTime", "", "2027-03-05T09:00:00Z"),
            new FieldChange("duration", "", "3600s"),
            new FieldChange("bufferAfter", "", "900s"),
            new FieldChange("status", "", "CONFIRMED"));
    assertThat(events.get(1).changes())
        .containsExactly(
            new FieldChange("description", "", "a \"b\""),
            new FieldChange("location.address", "", "Road 1"),
            new FieldChange("location.latitude", "", "52"),
            new FieldChange("location.longitude", "", "13.25"),
            new FieldChange("priority", "NORMAL", "HIGH"),
            new FieldChange("sendConfirmationEmail", "", "true"));
    assertThat(events.getLast().changes())
        .containsExactly(
            new FieldChange("startTime", "2027-03-05T09:00:00Z", "2027-03-05T10:00:00Z"),
            new FieldChange("endTime", "2027-03-05T10:00:00Z", "2027-03-05T11:00:00Z"));
  }

  private Appointment visit() {
    return VisitFixture.visit(technician, customer, START);
  }

  private Appointment booked(Appointment visit) {
    return written(new AppointmentChange(Type.CREATED, null, visit, List.of()));
  }

  private Appointment change(Type type, Appointment before, Appointment after) {
    return written(new AppointmentChange(type, before, after, List.of()));
  }

  private Appointment written(AppointmentChange change) {
    return database.write(
        tenant,
        tx -> {
          if (change.before() == null) {
            VisitFixture.insert(tx, change.after());
          } else {
            VisitFixture.update(tx, change.after());
          }
          outbox.append(tx, AUTHOR, List.of(change), List.of());
          return change.after();
        });
  }

  private static Details switches(boolean confirmation, boolean reminder) {
    return new Details("", null, Priority.NORMAL, confirmation, reminder);
  }

  private void settings(Boolean confirmation, Integer... leads) {
    seeds.execute(
        tenant,
        """
        INSERT INTO notification_settings (tenant_id, confirmation, reminder_lead_seconds,
          from_address, reply_to, contact, version)
        VALUES (?, ?, ?::text[]::int[], '', '', '', 1)
        """,
        tenant,
        confirmation,
        Stream.of(leads).map(String::valueOf).toArray(String[]::new));
  }

  private List<NotificationRecord> pending(Appointment visit) {
    return database.read(
        tenant,
        tx ->
            tx.sql()
                .selectFrom(NOTIFICATION)
                .where(NOTIFICATION.APPOINTMENT_ID.eq(visit.id()))
                .and(NOTIFICATION.STATUS.eq("PENDING"))
                .fetch());
  }

  private List<String> kinds(Appointment visit) {
    return pending(visit).stream().map(mail -> mail.getKind() + " " + mail.getRecipient()).toList();
  }

  private List<Integer> leads(Appointment visit) {
    return pending(visit).stream()
        .filter(mail -> mail.getKind().equals("REMINDER"))
        .map(NotificationRecord::getLeadSeconds)
        .toList();
  }
}
