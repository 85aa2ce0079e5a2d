package org.supportcenter.mailer.webhook;

import static org.jooq.impl.DSL.val;

import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;

/** How long it is remembered what was sent. */
final class Retention {

  /** How long deliveries are kept after their event was fanned out; pending ones stay. */
  static final Duration KEPT = Duration.ofDays(30);

  /** In short transactions, because a long one would hold up every reader of the feed. */
  private static final int AT_ONCE = 1000;

  private static final String FORGET =
      """
      DELETE FROM webhook_delivery WHERE (tenant_id, endpoint_id, id) IN (
        SELECT tenant_id, endpoint_id, id FROM webhook_delivery
        WHERE create_time < {0} AND status <> 'PENDING' ORDER BY create_time LIMIT {1})
      """;

  private Retention() {}

  /** Forgets some of what is old enough; true if there may be more. */
  static boolean forget(DSLContext sql, Instant now) {
    return sql.execute(FORGET, val(now.minus(KEPT)), val(AT_ONCE)) == AT_ONCE;
  }
}
