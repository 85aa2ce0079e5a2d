package org.supportcenter.engine.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.supportcenter.engine.testing.Calls.invalidField;
import static org.supportcenter.engine.testing.Calls.reason;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportcenter.domain.access.Role;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.engine.testing.SeededVisits;
import org.supportcenter.testkit.Seeds;
import org.supportcenter.v1.GetNotificationRequest;
import org.supportcenter.v1.ListNotificationsRequest;
import org.supportcenter.v1.Notification;
import org.supportcenter.v1.Notification.Status;
import org.supportcenter.v1.NotificationAttempt;
import org.supportcenter.v1.NotificationAttempt.Outcome;
import org.supportcenter.v1.NotificationServiceGrpc;
import org.supportcenter.v1.NotificationServiceGrpc.NotificationServiceBlockingStub;
import org.supportcenter.v1.RetryFailedNotificationsRequest;
import org.supportcenter.v1.RetryNotificationRequest;

/** The mailer's rows are written here as it writes them. */
class NotificationsIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private UUID tenant;
  private UUID customer;
  private UUID visit;
  private NotificationServiceBlockingStub notifications;
  private int mails;

  @BeforeEach
  void seed() {
    tenant = engine.seeds().tenant();
    customer = engine.seeds().customer(tenant);
    var visits = new SeededVisits(engine.seeds(), tenant);
    var technician = engine.seeds().technician(tenant, "Europe/Berlin");
    visit = visits.visit(technician, customer, visits.ticket(customer));
    notifications = manager(tenant);
  }

  @Test
  void mailsAreListedNewestFirstWithWhatTheServerAnswered() {
    var first = mail("SENT");
    var second = mail("PENDING");
    attempt(first, 1, "DEFERRED", 451, "451 try later");
    attempt(first, 2, "ACCEPTED", 250, "250 OK");

    var listed = list(request());

    assertThat(listed).containsExactly(get(second), get(first));
    assertThat(listed.get(1).getAttemptsList())
        .extracting(
            NotificationAttempt::getNumber,
            NotificationAttempt::getOutcome,
            NotificationAttempt::getSmtpCode,
            NotificationAttempt::getAnswer)
        .containsExactly(
            tuple(1, Outcome.DEFERRED, 451, "451 try later"),
            tuple(2, Outcome.ACCEPTED, 250, "250 OK"));
    assertThat(listed.get(0).hasNextAttemptTime()).isTrue();
    assertThat(listed.get(1).hasNextAttemptTime()).isFalse();
  }

  @Test
  void mailsAreFilteredByStatusAppointmentAndRecipient() {
    var failed = get(mail("FAILED"));
    var suppressed = get(mail("SUPPRESSED"));
    mail("SENT");

    assertThat(list(request().addStatuses(Status.SUPPRESSED))).containsExactly(suppressed);
    assertThat(list(request().addStatuses(Status.FAILED).addStatuses(Status.SUPPRESSED)))
        .containsExactly(suppressed, failed);
    assertThat(list(request().setAppointment(failed.getAppointment()))).hasSize(3);
    assertThat(list(request().setAppointment("appointments/" + UUID.randomUUID()))).isEmpty();
    assertThat(list(request().setRecipient("customers/" + customer))).hasSize(3);
    assertThat(list(request().setRecipient("technicians/" + UUID.randomUUID()))).isEmpty();
    assertThat(list(request().setRecipient("Customer@Example.org"))).hasSize(3);
    assertThat(list(request().setRecipient("nobody@example.org"))).isEmpty();
    assertThat(invalidField(() -> list(request().setRecipient("somebody")))).isEqualTo("recipient");
    assertThat(invalidField(() -> list(request().setAppointment("tomorrow"))))
        .isEqualTo("appointment");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAILED", "BOUNCED", "SKIPPED", "SUPPRESSED", "PENDING"})
  void aMailThatWasNotSentIsPutOnItsWayOnceMore(String status) {
    var mail = mail(status);

    var again = retry(mail);

    assertThat(again.getStatus()).isEqualTo(Status.PENDING);
    assertThat(again.getNextAttemptTime().getSeconds())
        .isEqualTo(engine.clock().instant().getEpochSecond());
    assertThat(again.getStatusReason()).isEmpty();
    assertThat(get(mail)).isEqualTo(again);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SENT", "VOID"})
  void whatWasSentOrHoldsNoMoreIsNotSentAgain(String status) {
    var mail = mail(status);

    assertThat(invalidField(() -> retry(mail))).isEqualTo("name");
    assertThat(get(mail).getStatus()).isEqualTo(Status.valueOf(status));
  }

  @Test
  void aMailThatIsJustBeingSentIsNotSentBesides() {
    var mail = mail("PENDING");
    var until = engine.clock().instant().plusSeconds(30);
    execute(
        "UPDATE notification SET lease = ?, not_before = ? WHERE id = ?",
        UUID.randomUUID(),
        until,
        mail);

    assertThat(invalidField(() -> retry(mail))).isEqualTo("name");
    assertThat(get(mail).getNextAttemptTime().getSeconds()).isEqualTo(until.getEpochSecond());
  }

  @Test
  void allFailedMailsAreRetriedExceptThoseOfFormerVersions() {
    var first = mail("FAILED");
    var second = mail("FAILED");
    var former = mail("FAILED");
    execute("UPDATE notification SET appointment_version = 0 WHERE id = ?", former);
    mail("SKIPPED");

    var retried =
        notifications.retryFailedNotifications(
            RetryFailedNotificationsRequest.getDefaultInstance());

    assertThat(retried.getRetriedCount()).isEqualTo(2);
    assertThat(list(request().addStatuses(Status.PENDING)))
        .extracting(Notification::getName)
        .containsExactlyInAnyOrder(name(first), name(second));
    assertThat(get(former).getStatus()).isEqualTo(Status.FAILED);
    assertThat(invalidField(() -> retry(former))).isEqualTo("name");
  }

  @Test
  void anotherTenantsMailsAreNotFound() {
    var mail = mail("FAILED");

    notifications = manager(engine.seeds().tenant());

    assertThat(list(request())).isEmpty();
    assertThat(reason(() -> get(mail))).isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(reason(() -> retry(mail))).isEqualTo("RESOURCE_NOT_FOUND");
  }

  private static NotificationServiceBlockingStub manager(UUID tenant) {
    return NotificationServiceGrpc.newBlockingStub(
        engine.as(engine.seeds().key(tenant, Role.MANAGER)));
  }

  private UUID mail(String status) {
    var id = UUID.randomUUID();
    execute(
        """
        INSERT INTO notification (tenant_id, id, appointment_id, appointment_version, kind,
          recipient, recipient_id, lead_seconds, due_time, status, create_time, address, reason)
        VALUES (?, ?, ?, 1, 'CONFIRMATION', 'CUSTOMER', ?, ?, ?, ?, ?, 'customer@example.org', '')
        """,
        tenant,
        id,
        visit,
        customer,
        ++mails,
        Seeds.CREATED.plusSeconds(mails),
        status,
        Seeds.CREATED);
    return id;
  }

  private void attempt(UUID mail, int number, String outcome, int code, String answer) {
    execute(
        """
        INSERT INTO notification_attempt (tenant_id, notification_id, number, start_time, end_time,
          outcome, code, answer)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        mail,
        number,
        Seeds.CREATED.plusSeconds(number),
        Seeds.CREATED.plusSeconds(number),
        outcome,
        code,
        answer);
  }

  private void execute(String sql, Object... values) {
    engine.seeds().execute(tenant, sql, values);
  }

  private static ListNotificationsRequest.Builder request() {
    return ListNotificationsRequest.newBuilder();
  }

  private List<Notification> list(ListNotificationsRequest.Builder request) {
    return notifications.listNotifications(request.build()).getNotificationsList();
  }

  private static String name(UUID mail) {
    return "notifications/" + mail;
  }

  private Notification get(UUID mail) {
    return notifications.getNotification(
        GetNotificationRequest.newBuilder().setName(name(mail)).build());
  }

  private Notification retry(UUID mail) {
    return notifications.retryNotification(
        RetryNotificationRequest.newBuilder().setName(name(mail)).build());
  }
}
