package org.supportcenter.mailer.mail;

import static org.jooq.impl.DSL.inline;
import static org.supportcenter.schema.jooq.Tables.NOTIFICATION;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.supportcenter.mailer.database.MailerDatabase;
import org.supportcenter.mailer.smtp.SmtpServer;
import org.supportcenter.mailer.work.Backlog;

/** The mails that are due, as the ledger has them. */
final class MailRows implements Backlog<Leased> {

  static final String CHORE = "find-mail";
  private static final int MOST_TENANTS = 1_000;

  /** So many due mails are looked at one by one to find whose they are. */
  private static final int FEW = 500;

  /** Looks at the first mail of each tenant's queue, and at no other. */
  static final String TENANTS =
      """
      WITH RECURSIVE queue AS (
        (SELECT tenant_id, next_time FROM notification
         WHERE status = 'PENDING' ORDER BY tenant_id, next_time LIMIT 1)
        UNION ALL
        SELECT following.* FROM queue CROSS JOIN LATERAL (
          SELECT tenant_id, next_time FROM notification
          WHERE status = 'PENDING' AND tenant_id > queue.tenant_id
          ORDER BY tenant_id, next_time LIMIT 1) AS following
      )
      SELECT tenant_id FROM queue WHERE next_time <= ? LIMIT ?
      """;

  private final MailerDatabase database;
  private final SmtpServer server;
  private final Leasing leasing;
  private final InstantSource clock;

  MailRows(MailerDatabase database, SmtpServer server, Leasing leasing, InstantSource clock) {
    this.database = database;
    this.server = server;
    this.leasing = leasing;
    this.clock = clock;
  }

  /** Nobody has work while the mail server is left alone: leasing it would only put it off. */
  @Override
  public List<UUID> tenants() {
    if (!server.isWorthTrying()) {
      return List.of();
    }
    var now = clock.instant();
    return database.acrossTenants(CHORE, sql -> whoHasDue(sql, now));
  }

  /** Tenants that have due mail. */
  static List<UUID> whoHasDue(DSLContext sql, Instant now) {
    var oldest =
        sql.select(NOTIFICATION.TENANT_ID)
            .from(NOTIFICATION)
            .where(isDue(now))
            .orderBy(NOTIFICATION.NEXT_TIME)
            .limit(FEW)
            .fetch(NOTIFICATION.TENANT_ID);
    if (oldest.size() < FEW) {
      return List.copyOf(new LinkedHashSet<>(oldest));
    }
    var all =
        new ArrayList<>(
            sql.resultQuery(TENANTS, now, MOST_TENANTS).fetch(row -> row.get(0, UUID.class)));
    // Should there be no time for all of them, it is not always the same who wait.
    Collections.shuffle(all);
    return all;
  }

  @Override
  public List<Leased> lease(UUID tenant, int most) {
    if (!server.isWorthTrying()) {
      return List.of();
    }
    var now = clock.instant();
    return database.inTenantWithGenericPlans(tenant, sql -> leasing.lease(sql, tenant, most, now));
  }

  /** How many mails are due, and since when the oldest is; for metrics. */
  Lag lag() {
    var now = clock.instant();
    return database.acrossTenants(
        CHORE,
        sql ->
            sql.select(org.jooq.impl.DSL.count(), org.jooq.impl.DSL.min(NOTIFICATION.DUE_TIME))
                .from(NOTIFICATION)
                .where(isDue(now))
                .fetchSingle(
                    row -> {
                      var oldest = row.value2();
                      return new Lag(
                          row.value1(),
                          oldest == null ? Duration.ZERO : Duration.between(oldest, now));
                    }));
  }

  /**
   * Work that waits.
   *
   * @param due how many mails are due, those that wait for their domain's turn included
   * @param oldest for how long the oldest of them has been
   */
  record Lag(int due, Duration oldest) {}

  private static Condition isDue(Instant now) {
    // Written out, so that a plan for any parameters can use the index of pending mails.
    return NOTIFICATION.STATUS.eq(inline("PENDING")).and(NOTIFICATION.NEXT_TIME.le(now));
  }
}
