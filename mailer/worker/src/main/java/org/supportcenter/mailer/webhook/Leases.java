package org.supportcenter.mailer.webhook;

import static org.jooq.impl.DSL.val;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Leases deliveries that are due. Never two of one resource at one endpoint, and the earlier first;
 * no more at once than an endpoint can take, whichever processes work for it.
 */
final class Leases {

  /** Longer than any attempt takes; then somebody else takes over. */
  static final Duration LENGTH = Duration.ofMinutes(1);

  /** What an endpoint gets at a time while it takes everything. One that fails gets one. */
  private static final int AT_ONCE = 4;

  /** A condition on {@code endpoint} and {@code delivery}: {0} is now. */
  private static final String IS_DUE =
      """
      endpoint.state = 'ENABLED'
        AND (endpoint.not_before IS NULL OR endpoint.not_before <= {0})
        AND delivery.tenant_id = endpoint.tenant_id AND delivery.endpoint_id = endpoint.id
        AND delivery.status = 'PENDING' AND delivery.due_time <= {0}
        AND (delivery.lease_time IS NULL OR delivery.lease_time <= {0})
      """;

  /** The first ones in the order of an index, as in {@link FanOut}. */
  private static final String TENANTS =
      """
      SELECT DISTINCT endpoint.tenant_id FROM webhook_endpoint AS endpoint
      WHERE (%s) OR (
        SELECT delivery.id FROM webhook_delivery AS delivery WHERE %s
        ORDER BY delivery.due_time, delivery.sequence LIMIT 1) IS NOT NULL
      """
          .formatted(FanOut.HAS_NEWS, IS_DUE);

  /** One process at a time, so that each sees what the others have leased. */
  private static final String LOCK =
      "SELECT pg_try_advisory_xact_lock(hashtextextended('webhooks/' || {0}, 0))";

  private static final String WAITING =
      """
      SELECT delivery.tenant_id, delivery.endpoint_id, delivery.id, delivery.due_time
      FROM webhook_delivery AS delivery
      WHERE %s
        AND (SELECT earlier.id FROM webhook_delivery AS earlier
          WHERE earlier.tenant_id = delivery.tenant_id
            AND earlier.endpoint_id = delivery.endpoint_id
            AND earlier.resource_id = delivery.resource_id
            AND earlier.sequence < delivery.sequence AND earlier.status = 'PENDING'
          ORDER BY earlier.sequence LIMIT 1) IS NULL
      ORDER BY delivery.due_time, delivery.sequence
      """
          .formatted(IS_DUE);

  private static final String LEASE =
      """
      UPDATE webhook_delivery AS delivery SET lease_time = {1}, tries = delivery.tries + 1
      FROM next JOIN webhook_endpoint AS endpoint
        ON endpoint.tenant_id = next.tenant_id AND endpoint.id = next.endpoint_id
      WHERE delivery.tenant_id = next.tenant_id AND delivery.endpoint_id = next.endpoint_id
        AND delivery.id = next.id
      RETURNING delivery.*, endpoint.url, endpoint.failures, ARRAY(
        SELECT secret FROM webhook_secret
        WHERE webhook_secret.tenant_id = delivery.tenant_id
          AND webhook_secret.endpoint_id = delivery.endpoint_id
          AND (expire_time IS NULL OR expire_time > {0})
        ORDER BY create_time DESC) AS secrets
      """;

  /** Materialized: run once for each row it is joined with, it would lease more than it may. */
  private static final String OF_TENANT =
      """
      WITH open AS (
        SELECT endpoint.*, CASE WHEN endpoint.failures = 0 THEN {3} ELSE 1 END - (
          SELECT count(*) FROM webhook_delivery AS busy
          WHERE busy.tenant_id = endpoint.tenant_id AND busy.endpoint_id = endpoint.id
            AND busy.status = 'PENDING' AND busy.lease_time > {0}) AS room
        FROM webhook_endpoint AS endpoint WHERE endpoint.tenant_id = {2}
      ), next AS MATERIALIZED (
        SELECT waiting.* FROM open AS endpoint CROSS JOIN LATERAL (
          %s LIMIT greatest(endpoint.room, 0) FOR UPDATE SKIP LOCKED) AS waiting
        ORDER BY waiting.due_time LIMIT {4}
      )
      %s
      """
          .formatted(WAITING, LEASE);

  private static final String OF_ENDPOINT =
      """
      WITH next AS MATERIALIZED (
        SELECT waiting.* FROM webhook_endpoint AS endpoint CROSS JOIN LATERAL (
          %s LIMIT 1 FOR UPDATE SKIP LOCKED) AS waiting
        WHERE endpoint.tenant_id = {2} AND endpoint.id = {3}
      )
      %s
      """
          .formatted(WAITING, LEASE);

  private Leases() {}

  /** Tenants that something is to be fanned out or sent for. */
  static List<UUID> tenants(DSLContext sql, Instant now) {
    return sql.fetch(TENANTS, val(now)).into(UUID.class);
  }

  /** Whether nobody else is at the tenant's deliveries until the transaction ends. */
  static boolean lock(DSLContext sql, UUID tenant) {
    return sql.fetchSingle(LOCK, val(tenant.toString())).into(Boolean.class);
  }

  /** Leases what is due longest at the tenant's endpoints. */
  static List<Leased> take(DSLContext sql, UUID tenant, int most, Instant now) {
    return sql.fetch(
            OF_TENANT, val(now), val(now.plus(LENGTH)), val(tenant), val(AT_ONCE), val(most))
        .map(Leased::read);
  }

  /** Leases the next one of an endpoint, in place of one that was just delivered. */
  static List<Leased> takeNext(DSLContext sql, UUID tenant, UUID endpoint, Instant now) {
    return sql.fetch(OF_ENDPOINT, val(now), val(now.plus(LENGTH)), val(tenant), val(endpoint))
        .map(Leased::read);
  }
}
