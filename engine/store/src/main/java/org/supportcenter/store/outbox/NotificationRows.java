package org.supportcenter.store.outbox;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.notification.Notice;
import org.supportcenter.domain.notification.Notices;
import org.supportcenter.domain.settings.NotificationPreferences;
import org.supportcenter.store.Binder;
import org.supportcenter.store.Step;

/**
 * Mails as rows of the ledger. What is owed is decided before; here it meets what the tenant has
 * set and what the recipient can receive and wants, as the database has it at this moment.
 */
final class NotificationRows {

  private static final Integer[] DEFAULT_LEADS =
      NotificationPreferences.DEFAULTS.reminderLeads().stream()
          .map(lead -> Math.toIntExact(lead.toSeconds()))
          .toArray(Integer[]::new);

  // Written as the driver takes them: they are part of every booking, and rendering would cost more
  // than running them.

  /** Inserts the mails that are owed, as far as tenant and recipients want them. */
  private static final String INSERT =
      """
      INSERT INTO notification (
        tenant_id, id, appointment_id, appointment_version, kind, recipient, recipient_id,
        lead_seconds, due_time, status, create_time)
      SELECT current_tenant(), gen_random_uuid(), visit.id, visit.version, owed.kind,
        owed.recipient, owed.recipient_id, lead.seconds, due.time, 'PENDING', visit.time
      FROM (SELECT ?::uuid AS id, ?::int AS version, ?::timestamptz AS time, ?::timestamptz AS start)
        AS visit
      CROSS JOIN unnest(?::text[], ?::text[], ?::uuid[], ?::boolean[])
        AS owed (kind, recipient, recipient_id, left_to_tenant)
      CROSS JOIN (SELECT ?::int[] AS leads, ?::boolean AS confirmation) AS by_default
      LEFT JOIN customer
        ON customer.tenant_id = current_tenant() AND customer.id = owed.recipient_id
        AND owed.recipient = 'CUSTOMER'
      LEFT JOIN technician
        ON technician.tenant_id = current_tenant() AND technician.id = owed.recipient_id
        AND owed.recipient = 'TECHNICIAN'
      LEFT JOIN notification_settings AS setting ON setting.tenant_id = current_tenant()
      CROSS JOIN LATERAL unnest(CASE
          WHEN owed.kind <> 'REMINDER' THEN ARRAY[0]
          WHEN owed.left_to_tenant THEN coalesce(setting.reminder_lead_seconds, by_default.leads)
          ELSE coalesce(nullif(setting.reminder_lead_seconds, '{}'), by_default.leads)
        END) AS lead (seconds)
      CROSS JOIN LATERAL (SELECT CASE
          WHEN owed.kind <> 'REMINDER' THEN visit.time
          ELSE visit.start - make_interval(secs => lead.seconds)
        END) AS due (time)
      WHERE coalesce(customer.email, technician.email) <> ''
        AND CASE
          WHEN owed.kind = 'REMINDER' THEN NOT customer.reminders_opt_out AND due.time > visit.time
          WHEN owed.left_to_tenant THEN coalesce(setting.confirmation, by_default.confirmation)
          ELSE true
        END
      """;

  /** Voids the pending mails that a change supersedes. */
  private static final String VOID =
      """
      UPDATE notification SET status = 'VOID'
      WHERE tenant_id = current_tenant() AND appointment_id = ? AND status = 'PENDING'
        AND (kind = 'REMINDER' AND ?::boolean OR recipient_id = ANY (?::uuid[]))
      """;

  /** Takes the pending mails that are left along to the new version. */
  private static final String CARRY =
      """
      UPDATE notification SET appointment_version = ?
      WHERE tenant_id = current_tenant() AND appointment_id = ? AND status = 'PENDING'
      """;

  private NotificationRows() {}

  /** What a change of an appointment does to its mails. */
  static List<Step> steps(Notices change) {
    var steps = new ArrayList<Step>();
    if (change.appointment().version() > 1) {
      steps.add(Step.silent(VOID, binder -> bindVoid(binder, change)));
      steps.add(Step.silent(CARRY, binder -> bindCarry(binder, change.appointment())));
    }
    if (!change.owed().isEmpty()) {
      steps.add(
          Step.silent(INSERT, binder -> bindOwed(binder, change.appointment(), change.owed())));
    }
    return steps;
  }

  private static void bindVoid(Binder binder, Notices change) throws SQLException {
    binder.value(change.appointment().id());
    binder.value(change.remindersSuperseded());
    binder.value(change.superseded().toArray(UUID[]::new));
  }

  private static void bindCarry(Binder binder, Appointment appointment) throws SQLException {
    binder.value(appointment.version());
    binder.value(appointment.id());
  }

  private static void bindOwed(Binder binder, Appointment appointment, List<Notice> owed)
      throws SQLException {
    binder.value(appointment.id());
    binder.value(appointment.version());
    binder.value(appointment.revision().updateTime());
    binder.value(appointment.span().start());
    binder.value(owed.stream().map(mail -> mail.kind().name()).toArray(String[]::new));
    binder.value(owed.stream().map(mail -> mail.recipient().kind().name()).toArray(String[]::new));
    binder.value(owed.stream().map(mail -> mail.recipient().id()).toArray(UUID[]::new));
    binder.value(owed.stream().map(Notice::leftToTenant).toArray(Boolean[]::new));
    binder.value(DEFAULT_LEADS);
    binder.value(NotificationPreferences.DEFAULTS.confirmation());
  }
}
