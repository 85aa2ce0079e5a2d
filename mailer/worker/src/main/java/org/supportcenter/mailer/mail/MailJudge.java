package org.supportcenter.mailer.mail;

import static org.supportcenter.schema.jooq.Tables.NOTIFICATION;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.supportcenter.compose.Purpose.Audience;
import org.supportcenter.compose.Purpose.Kind;
import org.supportcenter.mailer.database.MailerDatabase;

/**
 * Decides at the moment of sending whether a mail still holds, on what the database has then: the
 * version it was made for, the wish of the customer, the hour.
 */
final class MailJudge {

  private static final String CONFIRMED = "CONFIRMED";

  /** Less is too little to send a mail in. */
  private static final Duration LEAST_LEASE = Leasing.LEASE.minusSeconds(5);

  private final MailerDatabase database;
  private final FactQuery facts;
  private final InstantSource clock;

  MailJudge(MailerDatabase database, FactQuery facts, InstantSource clock) {
    this.database = database;
    this.facts = facts;
    this.clock = clock;
  }

  /** How it ends without being sent. */
  private record Verdict(String status, String reason) {

    static Verdict skipped(String reason) {
      return new Verdict("SKIPPED", reason);
    }
  }

  /** Judges a mail, and renews its lease if it is to be sent and might take longer. */
  Judged judge(UUID tenant, Leased leased) {
    return database.inTenantWithGenericPlans(
        tenant,
        sql -> {
          var row = facts.row(sql, tenant, leased);
          if (row == null) {
            return new Judged.Lost();
          }
          var now = clock.instant();
          var verdict = verdict(row, now);
          if (verdict != null) {
            settle(sql, tenant, leased, verdict, now);
            return new Judged.Settled(verdict.reason());
          }
          if (Duration.between(now, row.leaseEnd()).compareTo(LEAST_LEASE) < 0) {
            renew(sql, tenant, leased, now);
          }
          return new Judged.Send(facts.complete(sql, row, now));
        });
  }

  private static @Nullable Verdict verdict(MailRow row, Instant now) {
    if (row.version() != row.currentVersion()) {
      return new Verdict("VOID", "The appointment has changed since.");
    }
    if (row.purpose().kind() == Kind.REMINDER) {
      if (!row.appointmentStatus().equals(CONFIRMED)) {
        return new Verdict("VOID", "The appointment is not confirmed any more.");
      }
      if (row.purpose().audience() == Audience.CUSTOMER && row.optedOut()) {
        return Verdict.skipped("The customer does not want reminders.");
      }
      var lateness = Duration.between(row.dueTime(), now);
      if (lateness.compareTo(row.maximumLateness()) > 0 || !now.isBefore(row.start())) {
        return Verdict.skipped("It could not be sent in time.");
      }
    }
    if (isOfWhatIsToCome(row.purpose().kind()) && !now.isBefore(row.visit().end())) {
      return Verdict.skipped("The visit is over.");
    }
    if (row.address().isEmpty()) {
      return Verdict.skipped("The recipient has no mail address.");
    }
    if (row.suppressed()) {
      return new Verdict(
          "SUPPRESSED", "Mail to this address came back; it is on the suppression list.");
    }
    return null;
  }

  private static boolean isOfWhatIsToCome(Kind kind) {
    return switch (kind) {
      case REQUEST_RECEIVED, CONFIRMATION, REMINDER, CHANGE -> true;
      case CANCELLATION, COMPLETION -> false;
    };
  }

  private static void settle(
      DSLContext sql, UUID tenant, Leased leased, Verdict verdict, Instant now) {
    sql.update(NOTIFICATION)
        .set(NOTIFICATION.STATUS, verdict.status())
        .set(NOTIFICATION.REASON, verdict.reason())
        .set(NOTIFICATION.END_TIME, now)
        .setNull(NOTIFICATION.LEASE)
        .where(NOTIFICATION.TENANT_ID.eq(tenant))
        .and(NOTIFICATION.ID.eq(leased.id()))
        .execute();
  }

  private static void renew(DSLContext sql, UUID tenant, Leased leased, Instant now) {
    sql.update(NOTIFICATION)
        .set(NOTIFICATION.NOT_BEFORE, now.plus(Leasing.LEASE))
        .where(NOTIFICATION.TENANT_ID.eq(tenant))
        .and(NOTIFICATION.ID.eq(leased.id()))
        .execute();
  }
}
