package org.supportcenter.store.webhook;

import static org.supportcenter.schema.jooq.Tables.WEBHOOK_SECRET;

import java.time.Duration;
import java.time.Instant;
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

  /**
   * Gives a locked endpoint a new secret. One that was already replaced before ends at once, so
   * there are never more than two.
   *
   * @param overlap how long the one it has is signed with too
   */
  public void rotate(Tx tx, UUID endpoint, String secret, Instant now, Duration overlap) {
    tx.sql()
        .deleteFrom(WEBHOOK_SECRET)
        .where(isOf(endpoint))
        .and(WEBHOOK_SECRET.EXPIRE_TIME.isNotNull())
        .execute();
    tx.sql()
        .update(WEBHOOK_SECRET)
        .set(WEBHOOK_SECRET.EXPIRE_TIME, now.plus(overlap))
        .where(isOf(endpoint))
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
