package org.supportcenter.store.outbox;

import static org.jooq.impl.DSL.resultQuery;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.notification.Notice;
import org.supportcenter.domain.notification.Notices;
import org.supportcenter.domain.settings.NotificationPreferences;
import org.supportcenter.store.Seconds;

/**
 * Mails as rows of the ledger. What is owed is decided before; here it meets what the tenant has
 * set and what the recipient can receive and wants, as the database has it at this moment.
 */
final class NotificationRows {

  private static final String INSERT =
      """
      INSERT INTO notification (
        tenant_id, id, appointment_id, appointment_version, kind, recipient, recipient_id,
        lead_seconds, due_time, status, create_time)
      SELECT current_tenant(), gen_random_uuid(), owed.appointment_id, owed.version, owed.kind,
        owed.recipient, owed.recipient_id, lead.seconds, due.time, 'PENDING', owed.time
      FROM unnest({0}::uuid[], {1}::int[], {2}::text[], {3}::text[], {4}::uuid[], {5}::boolean[],
          {6}::timestamptz[], {7}::timestamptz[])
        AS owed (appointment_id, version, kind, recipient, recipient_id, left_to_tenant, time, start)
      LEFT JOIN customer ON owed.recipient = 'CUSTOMER' AND customer.id = owed.recipient_id
      LEFT JOIN technician ON owed.recipient = 'TECHNICIAN' AND technician.id = owed.recipient_id
      LEFT JOIN notification_settings AS setting ON true
      CROSS JOIN LATERAL unnest(CASE
          WHEN owed.kind <> 'REMINDER' THEN ARRAY[0]
          WHEN owed.left_to_tenant THEN coalesce(setting.reminder_lead_seconds, {8}::int[])
          ELSE coalesce(nullif(setting.reminder_lead_seconds, '{}'), {8}::int[])
        END) AS lead (seconds)
      CROSS JOIN LATERAL (SELECT CASE
          WHEN owed.kind <> 'REMINDER' THEN owed.time
          ELSE owed.start - make_interval(secs => lead.seconds)
        END) AS due (time)
      WHERE coalesce(customer.email, technician.email) <> ''
        AND CASE
          WHEN owed.kind = 'REMINDER' THEN NOT customer.reminders_opt_out AND due.time > owed.time
          WHEN owed.left_to_tenant THEN coalesce(setting.confirmation, {9})
          ELSE true
        END
      RETURNING 1
      """;

  private static final String VOID =
      """
      UPDATE notification SET status = 'VOID'
      FROM unnest({0}::uuid[], {1}::boolean[]) AS next (appointment_id, reminders_superseded)
      WHERE notification.appointment_id = next.appointment_id AND status = 'PENDING'
        AND (kind = 'REMINDER' AND next.reminders_superseded
          OR (next.appointment_id, recipient_id) IN (SELECT * FROM unnest({2}::uuid[], {3}::uuid[])))
      RETURNING 1
      """;

  private static final String CARRY =
      """
      UPDATE notification SET appointment_version = next.version
      FROM unnest({0}::uuid[], {1}::boolean[], {4}::int[])
        AS next (appointment_id, reminders_superseded, version)
      WHERE notification.appointment_id = next.appointment_id AND status = 'PENDING'
        AND NOT (kind = 'REMINDER' AND next.reminders_superseded
          OR (next.appointment_id, recipient_id) IN (SELECT * FROM unnest({2}::uuid[], {3}::uuid[])))
      RETURNING 1
      """;

  private NotificationRows() {}

  /** Voids the pending mails that the changes supersede. */
  static ResultQuery<Record> voidSuperseded(List<Notices> changes) {
    return resultQuery(VOID, pending(changes));
  }

  /** Takes the other pending mails along to the new versions. */
  static ResultQuery<Record> carry(List<Notices> changes) {
    return resultQuery(CARRY, pending(changes));
  }

  private static QueryPart[] pending(List<Notices> changes) {
    var superseded =
        changes.stream()
            .flatMap(change -> change.superseded().stream().map(id -> new Addressed(change, id)))
            .toList();
    return new QueryPart[] {
      column(changes, UUID[]::new, change -> change.appointment().id()),
      column(changes, Boolean[]::new, Notices::remindersSuperseded),
      column(superseded, UUID[]::new, pair -> pair.change().appointment().id()),
      column(superseded, UUID[]::new, Addressed::recipientId),
      column(changes, Integer[]::new, change -> change.appointment().version())
    };
  }

  /** Inserts the mails that are owed, as far as tenant and recipients want them. */
  static ResultQuery<Record> insert(List<Notices> changes) {
    var owed =
        changes.stream()
            .flatMap(change -> change.owed().stream().map(notice -> new Owed(change, notice)))
            .toList();
    var defaults = NotificationPreferences.DEFAULTS;
    return resultQuery(
        INSERT,
        column(owed, UUID[]::new, mail -> mail.appointment().id()),
        column(owed, Integer[]::new, mail -> mail.appointment().version()),
        column(owed, String[]::new, mail -> mail.notice().kind().name()),
        column(owed, String[]::new, mail -> mail.notice().recipient().kind().name()),
        column(owed, UUID[]::new, mail -> mail.notice().recipient().id()),
        column(owed, Boolean[]::new, mail -> mail.notice().leftToTenant()),
        column(
            owed, OffsetDateTime[]::new, mail -> utc(mail.appointment().revision().updateTime())),
        column(owed, OffsetDateTime[]::new, mail -> utc(mail.appointment().span().start())),
        column(defaults.reminderLeads(), Integer[]::new, Seconds::of),
        val(defaults.confirmation()));
  }

  private static <E, T> Param<T[]> column(
      List<E> rows, IntFunction<T[]> array, Function<E, T> value) {
    return val(rows.stream().map(value).toArray(array));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
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
