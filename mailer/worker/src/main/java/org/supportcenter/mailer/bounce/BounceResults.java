package org.supportcenter.mailer.bounce;

import static org.supportcenter.schema.jooq.Tables.NOTIFICATION;
import static org.supportcenter.schema.jooq.Tables.NOTIFICATION_ATTEMPT;

import java.time.InstantSource;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.supportcenter.mailer.bounce.Report.Fate;
import org.supportcenter.mailer.database.MailerDatabase;
import org.supportcenter.mailer.database.SuppressionRows;
import org.supportcenter.mailer.smtp.AnswerText;

/** Writes down which mails came back. A report that is read twice changes nothing. */
final class BounceResults {

  private static final String CHORE = "find-returned-mail";

  private final MailerDatabase database;
  private final InstantSource clock;

  BounceResults(MailerDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Found(UUID tenant, UUID mail) {}

  /**
   * Marks the mail that the report is about, and puts its address on the list if there is no such
   * mailbox.
   *
   * @return whether the report is about one of our mails
   */
  boolean write(Report report) {
    var found = find(report.messageId());
    if (found == null) {
      return false;
    }
    if (report.fate() != Fate.NONE) {
      database.doInTenant(found.tenant(), sql -> write(sql, found, report));
    }
    return true;
  }

  private @Nullable Found find(String messageId) {
    return database.acrossTenants(
        CHORE,
        sql ->
            sql.select(NOTIFICATION.TENANT_ID, NOTIFICATION.ID)
                .from(NOTIFICATION)
                .where(NOTIFICATION.MESSAGE_ID.eq(messageId))
                .fetchAny(row -> new Found(row.value1(), row.value2())));
  }

  private void write(DSLContext sql, Found found, Report report) {
    var now = clock.instant();
    var answer = AnswerText.of(report.answer());
    var bounced =
        sql.update(NOTIFICATION)
            .set(NOTIFICATION.STATUS, "BOUNCED")
            .set(NOTIFICATION.REASON, answer)
            .set(NOTIFICATION.END_TIME, now)
            .set(NOTIFICATION.ATTEMPTS, NOTIFICATION.ATTEMPTS.plus(1))
            .where(NOTIFICATION.TENANT_ID.eq(found.tenant()))
            .and(NOTIFICATION.ID.eq(found.mail()))
            .and(NOTIFICATION.STATUS.eq("SENT"))
            .returning(NOTIFICATION.ATTEMPTS, NOTIFICATION.ADDRESS)
            .fetchOne();
    if (bounced == null) {
      return;
    }
    sql.insertInto(NOTIFICATION_ATTEMPT)
        .set(NOTIFICATION_ATTEMPT.TENANT_ID, found.tenant())
        .set(NOTIFICATION_ATTEMPT.NOTIFICATION_ID, found.mail())
        .set(NOTIFICATION_ATTEMPT.NUMBER, bounced.getAttempts())
        .set(NOTIFICATION_ATTEMPT.START_TIME, now)
        .set(NOTIFICATION_ATTEMPT.END_TIME, now)
        .set(NOTIFICATION_ATTEMPT.OUTCOME, "BOUNCED")
        .set(NOTIFICATION_ATTEMPT.CODE, report.code())
        .set(NOTIFICATION_ATTEMPT.ANSWER, answer)
        .execute();
    var address = bounced.getAddress();
    if (report.fate() == Fate.HARD && address != null) {
      SuppressionRows.insert(sql, found.tenant(), found.mail(), address, answer, now).execute();
    }
  }
}
