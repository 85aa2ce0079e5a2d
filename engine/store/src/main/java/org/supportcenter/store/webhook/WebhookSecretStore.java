package org.supportcenter.store.webhook;

import static org.jooq.impl.DSL.noCondition;
import static org.supportcenter.schema.jooq.Tables.WEBHOOK_SECRET;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.supportcenter.store.CurrentTenant;
import org.supportcenter.store.Tx;

/** The signing secrets of webhook endpoints, which the engine may write and never read. */
public final class WebhookSecretStore {

  /** Stores a secret to sign with from now on. */
  public void add(Tx tx, UUID endpoint, String secret, Instant now) {
    tx.sql()
        .insertInto(WEBHOOK_SECRET)
        .set(WEBHOOK_SECRET.TENANT_ID, CurrentTenant.ID)
        .set(WEBHOOK_SECRET.ENDPOINT_ID, endpoint)
        .set(WEBHOOK_SECRET.ID, UUID.randomUUID())
        .set(WEBHOOK_SECRET.SECRET, secret)
        .set(WEBHOOK_SECRET.CREATE_TIME, now)
        .execute();
  }

  /** When the replaced secrets of a locked endpoint end that still sign, the soonest first. */
  public List<Instant> ends(Tx tx, UUID endpoint, Instant now) {
    return tx.sql()
        .select(WEBHOOK_SECRET.EXPIRE_TIME)
        .from(WEBHOOK_SECRET)
        .where(isOf(endpoint))
        .and(WEBHOOK_SECRET.EXPIRE_TIME.gt(now))
        .orderBy(WEBHOOK_SECRET.EXPIRE_TIME)
        .fetch(WEBHOOK_SECRET.EXPIRE_TIME);
  }

  /**
   * Gives a locked endpoint a new secret. Those replaced before keep the end they were given then:
   * a receiver was told that they sign until then.
   *
   * @param overlap how long the one it has is signed with too; zero ends all earlier ones at once
   */
  public void rotate(Tx tx, UUID endpoint, String secret, Instant now, Duration overlap) {
    tx.sql()
        .deleteFrom(WEBHOOK_SECRET)
        .where(isOf(endpoint))
        .and(overlap.isZero() ? noCondition() : WEBHOOK_SECRET.EXPIRE_TIME.le(now))
        .execute();
    tx.sql()
        .update(WEBHOOK_SECRET)
        .set(WEBHOOK_SECRET.EXPIRE_TIME, now.plus(overlap))
        .where(isOf(endpoint))
        .and(WEBHOOK_SECRET.EXPIRE_TIME.isNull())
        .execute();
    add(tx, endpoint, secret, now);
  }

  private static Condition isOf(UUID endpoint) {
    return WEBHOOK_SECRET
        .TENANT_ID
        .eq(CurrentTenant.ID)
        .and(WEBHOOK_SECRET.ENDPOINT_ID.eq(endpoint));
  }
}
