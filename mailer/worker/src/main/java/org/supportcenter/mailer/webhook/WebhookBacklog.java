package org.supportcenter.mailer.webhook;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.supportcenter.mailer.database.MailerDatabase;
import org.supportcenter.mailer.work.Backlog;

/** What is to be told to whom, as the database has it. */
final class WebhookBacklog implements Backlog<Work> {

  /** As the policies of the tables name it. */
  static final String CHORE = "find-webhooks";

  private final MailerDatabase database;
  private final InstantSource clock;

  WebhookBacklog(MailerDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public List<UUID> tenants() {
    var now = now();
    return database.acrossTenants(CHORE, sql -> Leases.tenants(sql, now));
  }

  @Override
  public List<Work> lease(UUID tenant, int most) {
    return database.inTenant(tenant, sql -> lease(sql, tenant, most));
  }

  /** Whether the role we connect as may read the secrets. */
  boolean maySign() {
    return database.acrossTenants(
        CHORE,
        sql ->
            sql.fetchSingle("SELECT has_column_privilege('webhook_secret', 'secret', 'SELECT')")
                .into(Boolean.class));
  }

  /** Forgets what was sent long ago. */
  void forgetOld() {
    var more = true;
    while (more) {
      more = database.acrossTenants(CHORE, sql -> Retention.forget(sql, now()));
    }
  }

  private List<Work> lease(DSLContext sql, UUID tenant, int most) {
    if (!Leases.lock(sql, tenant)) {
      return List.of();
    }
    var now = now();
    FanOut.advance(sql, tenant, now);
    return Histories.write(sql, tenant, Leases.take(sql, tenant, most, now));
  }

  /** As precise as the database is, since leases are recognised by their end. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
