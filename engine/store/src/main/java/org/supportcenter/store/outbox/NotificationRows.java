package org.supportcenter.store.outbox;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.notification.Notice;
import org.supportcenter.domain.notification.Notices;
import org.supportcenter.domain.settings.NotificationPreferences;
import org.supportcenter.store.Binder;

/**
 * Mails as rows of the ledger. What is owed is decided before; here it meets what the tenant has
 * set and what the recipient can receive and wants, as the database has it at this moment.
 */
final class NotificationRows {

  /** Inserts the mails that are owed, as far as tenant and recipients want them. */
  static final String INSERT =
      """
      INSERT INTO notification (
        tenant_id, id, appointment_id, appointment_version, kind, recipient, recipient_id,
        lead_seconds, due_time, status, create_time)
      SELECT current_tenant(), gen_random_uuid(), owed.appointment_id, owed.version, owed.kind,
        owed.recipient, owed.recipient_id, lead.seconds, due.time, 'PENDING', owed.time
      FROM unnest(?::uuid[], ?::int[], ?::text[], ?::text[], ?::uuid[], ?::boolean[],
          ?::text[]::timestamptz[], ?::text[]::timestamptz[])
        AS owed (appointment_id, version, kind, recipient, recipient_id, left_to_tenant, time, start)
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
          WHEN owed.kind <> 'REMINDER' THEN owed.time
          ELSE owed.start - make_interval(secs => lead.seconds)
        END) AS due (time)
      WHERE coalesce(customer.email, technician.email) <> ''
        AND CASE
          WHEN owed.kind = 'REMINDER' THEN NOT customer.reminders_opt_out AND due.time > owed.time
          WHEN owed.left_to_tenant THEN coalesce(setting.confirmation, by_default.confirmation)
          ELSE true
        END
      """;

  /** Voids the pending mails that the changes supersede. */
  static final String VOID =
      """
      UPDATE notification SET status = 'VOID'
      FROM unnest(?::uuid[], ?::boolean[]) AS next (appointment_id, reminders_superseded)
      WHERE notification.tenant_id = current_tenant()
        AND notification.appointment_id = next.appointment_id AND status = 'PENDING'
        AND (kind = 'REMINDER' AND next.reminders_superseded
          OR (next.appointment_id, recipient_id)
            IN (SELECT * FROM unnest(?::uuid[], ?::uuid[])))
      """;

  /** Takes the other pending mails along to the new versions. */
  static final String CARRY =
      """
      UPDATE notification SET appointment_version = next.version
      FROM unnest(?::uuid[], ?::boolean[], ?::int[])
        AS next (appointment_id, reminders_superseded, version)
      WHERE notification.tenant_id = current_tenant()
        AND notification.appointment_id = next.appointment_id AND status = 'PENDING'
        AND NOT (kind = 'REMINDER' AND next.reminders_superseded
          OR (next.appointment_id, recipient_id)
            IN (SELECT * FROM unnest(?::uuid[], ?::uuid[])))
      """;

  private NotificationRows() {}

  /** Sets the parameters of {@link #INSERT}. */
  static void bindOwed(Binder binder, List<Notices> changes) throws SQLException {
    var owed =
        changes.stream()
            .flatMap(change -> change.owed().stream().map(notice -> new Owed(change, notice)))
            .toList();
    binder.uuids(owed, mail -> mail.appointment().id());
    binder.ints(owed, mail -> mail.appointment().version());
    binder.texts(owed, mail -> mail.notice().kind().name());
    binder.texts(owed, mail -> mail.notice().recipient().kind().name());
    binder.uuids(owed, mail -> mail.notice().recipient().id());
    binder.flags(owed, mail -> mail.notice().leftToTenant());
    binder.instants(owed, mail -> mail.appointment().revision().updateTime());
    binder.instants(owed, mail -> mail.appointment().span().start());
    var defaults = NotificationPreferences.DEFAULTS;
    binder.ints(defaults.reminderLeads(), lead -> Math.toIntExact(lead.toSeconds()));
    binder.value(defaults.confirmation());
  }

  /** Sets the parameters of {@link #VOID}. */
  static void bindVoid(Binder binder, List<Notices> changes) throws SQLException {
    binder.uuids(changes, change -> change.appointment().id());
    binder.flags(changes, Notices::remindersSuperseded);
    bindSuperseded(binder, changes);
  }

  /** Sets the parameters of {@link #CARRY}. */
  static void bindCarry(Binder binder, List<Notices> changes) throws SQLException {
    binder.uuids(changes, change -> change.appointment().id());
    binder.flags(changes, Notices::remindersSuperseded);
    binder.ints(changes, change -> change.appointment().version());
    bindSuperseded(binder, changes);
  }

  private static void bindSuperseded(Binder binder, List<Notices> changes) throws SQLException {
    var superseded =
        changes.stream()
            .flatMap(change -> change.superseded().stream().map(id -> new Addressed(change, id)))
            .toList();
    binder.uuids(superseded, pair -> pair.change().appointment().id());
    binder.uuids(superseded, Addressed::recipientId);
  }

  /** A customer or technician beside the change that concerns them. */
  private record Addressed(Notices change, UUID recipientId) {}

  /** A mail beside the change it follows from. */
  private record Owed(Notices change, Notice notice) {

    Appointment appointment() {
      return change.appointment();
    }
  }
}
