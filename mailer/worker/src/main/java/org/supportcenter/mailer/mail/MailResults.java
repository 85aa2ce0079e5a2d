package org.supportcenter.mailer.mail;

import static org.supportcenter.schema.jooq.Tables.NOTIFICATION;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.UpdateSetMoreStep;
import org.jooq.UpdateSetStep;
import org.jspecify.annotations.Nullable;
import org.supportcenter.compose.Purpose;
import org.supportcenter.compose.Purpose.Audience;
import org.supportcenter.mailer.database.MailerDatabase;
import org.supportcenter.mailer.database.SuppressionRows;
import org.supportcenter.mailer.smtp.Answer;
import org.supportcenter.mailer.smtp.AnswerText;
import org.supportcenter.mailer.work.Backoff;
import org.supportcenter.schema.jooq.tables.records.NotificationRecord;

/** Writes down how tries ended, and what follows. */
final class MailResults {

  private static final Backoff LATER = new Backoff(Duration.ofSeconds(4), Duration.ofMinutes(15));
  private static final Backoff SOON = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(1));

  private static final String GIVEN_UP = "Given up. ";

  // Written out, because nearly every mail needs them: rendering them costs more than running them.

  private static final String SHOW_CONFIRMATION =
      "UPDATE appointment SET confirmation_sent_time = ? WHERE tenant_id = ? AND id = ?";

  private static final String SHOW_REMINDER =
      "UPDATE appointment SET reminder_sent_time = ? WHERE tenant_id = ? AND id = ?";

  private static final String SENT =
      """
      UPDATE notification
      SET status = 'SENT', attempts = ?, address = ?, message_id = ?, end_time = ?, reason = NULL,
        lease = NULL
      WHERE tenant_id = ? AND id = ? AND lease = ?
      """;

  private final MailerDatabase database;
  private final MailSettings settings;
  private final InstantSource clock;

  MailResults(MailerDatabase database, MailSettings settings, InstantSource clock) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A try that ended. What was sent and not written down is sent again, so a database that is busy
   * or away is waited for as long as the mail is ours.
   */
  void write(UUID tenant, Leased leased, Facts facts, Instant began, Answer answer) {
    database.insistAtOnce(
        tenant,
        Leasing.LEASE,
        sql -> changes(sql, tenant, leased, facts, began, answer, clock.instant()));
  }

  private List<Query> changes(
      DSLContext sql,
      UUID tenant,
      Leased leased,
      Facts facts,
      Instant began,
      Answer answer,
      Instant now) {
    var changes = new ArrayList<Query>();
    switch (answer) {
      case Answer.Accepted _ -> changes.addAll(sent(sql, tenant, leased, facts, now));
      case Answer.Deferred later ->
          changes.add(again(sql, tenant, leased, facts, now, LATER, later.text()));
      case Answer.Unreachable nobody ->
          changes.add(again(sql, tenant, leased, facts, now, SOON, nobody.text()));
      case Answer.Refused no -> {
        changes.add(end(tried(sql, facts), tenant, leased, no.text(), now));
        if (no.unknownAddress()) {
          changes.add(suppression(sql, tenant, leased, facts, no, now));
        }
      }
    }
    changes.add(AttemptRows.insert(sql, tenant, leased.id(), facts.attempt(), began, now, answer));
    return changes;
  }

  private static Query suppression(
      DSLContext sql, UUID tenant, Leased leased, Facts facts, Answer.Refused no, Instant now) {
    var address = facts.occasion().recipient().address();
    return SuppressionRows.insert(sql, tenant, leased.id(), address, AnswerText.of(no.text()), now);
  }

  /** Writes the result of a mail that nobody has, so that the first real one is written as fast. */
  void prepare(Leased nobodys, Facts facts) {
    var tenant = nobodys.id();
    database.insistAtOnce(
        tenant, Leasing.LEASE, sql -> sent(sql, tenant, nobodys, facts, clock.instant()));
  }

  /** It cannot be made into a message; nobody was asked to take it. */
  void unusable(UUID tenant, Leased leased, String reason) {
    database.doInTenant(
        tenant,
        sql -> end(sql.update(NOTIFICATION), tenant, leased, reason, clock.instant()).execute());
  }

  /** A try that failed in a way nobody foresaw, maybe before anything was known of the mail. */
  void failed(UUID tenant, Leased leased, Instant began, String reason) {
    database.<@Nullable Void>insistInTenant(
        tenant,
        Leasing.LEASE,
        sql -> {
          writeFailed(sql, tenant, leased, began, reason);
          return null;
        });
  }

  private void writeFailed(
      DSLContext sql, UUID tenant, Leased leased, Instant began, String reason) {
    var mail =
        sql.select(NOTIFICATION.ATTEMPTS, NOTIFICATION.DUE_TIME)
            .from(NOTIFICATION)
            .where(isOurs(tenant, leased))
            .forNoKeyUpdate()
            .fetchOne();
    if (mail == null) {
      return;
    }
    var now = clock.instant();
    var number = mail.value1() + 1;
    var change = sql.update(NOTIFICATION).set(NOTIFICATION.ATTEMPTS, number);
    var wait = LATER.after(number, ThreadLocalRandom.current());
    again(change, tenant, leased, mail.value2(), now, wait, reason).execute();
    AttemptRows.insert(sql, tenant, leased.id(), number, began, now, new Answer.Unreachable(reason))
        .execute();
  }

  /** It is to be sent, but not now; that is no try, and yet the end of a mail that is too old. */
  void putOff(UUID tenant, Leased leased, Duration delay, String reason) {
    database.doInTenant(tenant, sql -> writePutOff(sql, tenant, leased, delay, reason));
  }

  private void writePutOff(
      DSLContext sql, UUID tenant, Leased leased, Duration delay, String reason) {
    var due =
        sql.select(NOTIFICATION.DUE_TIME)
            .from(NOTIFICATION)
            .where(isOurs(tenant, leased))
            .forNoKeyUpdate()
            .fetchOne(NOTIFICATION.DUE_TIME);
    if (due != null) {
      again(sql.update(NOTIFICATION), tenant, leased, due, clock.instant(), delay, reason)
          .execute();
    }
  }

  /**
   * The appointment's row is written before the ledger's, as bookings do, so that neither waits for
   * the other in a circle.
   */
  private static List<Query> sent(
      DSLContext sql, UUID tenant, Leased leased, Facts facts, Instant now) {
    // Whatever has become of the appointment meanwhile: this was sent.
    var ledger =
        sql.query(
            SENT,
            facts.attempt(),
            facts.occasion().recipient().address(),
            facts.messageId(),
            now,
            tenant,
            leased.id(),
            leased.lease());
    var shown = shownOnAppointment(facts.occasion().purpose());
    return shown == null
        ? List.of(ledger)
        : List.of(sql.query(shown, now, tenant, facts.appointment()), ledger);
  }

  private static @Nullable String shownOnAppointment(Purpose purpose) {
    if (purpose.audience() != Audience.CUSTOMER) {
      return null;
    }
    return switch (purpose.kind()) {
      case CONFIRMATION -> SHOW_CONFIRMATION;
      case REMINDER -> SHOW_REMINDER;
      case REQUEST_RECEIVED, CHANGE, CANCELLATION, COMPLETION -> null;
    };
  }

  private Query again(
      DSLContext sql,
      UUID tenant,
      Leased leased,
      Facts facts,
      Instant now,
      Backoff backoff,
      String answer) {
    var wait = backoff.after(facts.attempt(), ThreadLocalRandom.current());
    return again(tried(sql, facts), tenant, leased, facts.dueTime(), now, wait, answer);
  }

  /**
   * After a while, unless it is too old. Reminders end with age as well: what would find them too
   * late may be what fails.
   */
  private Query again(
      UpdateSetStep<NotificationRecord> change,
      UUID tenant,
      Leased leased,
      Instant due,
      Instant now,
      Duration wait,
      String reason) {
    return settings.isTooOld(due, now)
        ? end(change, tenant, leased, GIVEN_UP + reason, now)
        : later(change, tenant, leased, now, wait, reason);
  }

  /** The change that any answer makes. */
  private static UpdateSetMoreStep<NotificationRecord> tried(DSLContext sql, Facts facts) {
    return sql.update(NOTIFICATION)
        .set(NOTIFICATION.ATTEMPTS, facts.attempt())
        .set(NOTIFICATION.ADDRESS, facts.occasion().recipient().address())
        .set(NOTIFICATION.MESSAGE_ID, facts.messageId());
  }

  private static Query later(
      UpdateSetStep<NotificationRecord> change,
      UUID tenant,
      Leased leased,
      Instant now,
      Duration wait,
      String reason) {
    return change
        .set(NOTIFICATION.NOT_BEFORE, now.plus(wait))
        .set(NOTIFICATION.REASON, AnswerText.of(reason))
        .setNull(NOTIFICATION.LEASE)
        .where(isOurs(tenant, leased));
  }

  private static Query end(
      UpdateSetStep<NotificationRecord> change,
      UUID tenant,
      Leased leased,
      String reason,
      Instant now) {
    return change
        .set(NOTIFICATION.STATUS, "FAILED")
        .set(NOTIFICATION.REASON, AnswerText.of(reason))
        .set(NOTIFICATION.END_TIME, now)
        .setNull(NOTIFICATION.LEASE)
        .where(isOurs(tenant, leased));
  }

  private static Condition isOurs(UUID tenant, Leased leased) {
    return NOTIFICATION
        .TENANT_ID
        .eq(tenant)
        .and(NOTIFICATION.ID.eq(leased.id()))
        .and(NOTIFICATION.LEASE.eq(leased.lease()))
        .and(NOTIFICATION.STATUS.eq("PENDING"));
  }
}
