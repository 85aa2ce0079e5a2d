package org.supportcenter.mailer.webhook;

import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Turns events into deliveries, endpoint by endpoint, in the order of the feed: by transaction, and
 * only as far as no older transaction is still open, so that a slow commit is never passed over.
 *
 * <p>The order of the feed is not that of the versions of one resource: a transaction may begin
 * before another and change the same appointment after it. So with each event come those of the
 * same resource that were written earlier but are further down the feed, and deliveries are
 * numbered as the events were written.
 */
final class FanOut {

  /** Most events of one endpoint in one statement. */
  private static final int BATCH = 2000;

  /**
   * The first one in the order of the index, not EXISTS, which may read the whole table to find
   * that there is none.
   */
  private static final String NEWS =
      """
      (SELECT event.seq FROM event
        WHERE event.tenant_id = endpoint.tenant_id
          AND (event.xid, event.seq) > (endpoint.feed_xid, endpoint.feed_seq)
          AND event.xid < pg_snapshot_xmin(pg_current_snapshot())
        ORDER BY event.xid, event.seq LIMIT 1) IS NOT NULL
      """;

  /** A condition on {@code endpoint}: something has happened that it was not told of yet. */
  static final String HAS_NEWS = "endpoint.state = 'ENABLED' AND " + NEWS;

  /** Whoever else is at an endpoint is left to it. */
  private static final String BEHIND =
      """
      SELECT id FROM webhook_endpoint AS endpoint
      WHERE tenant_id = {0} AND %s
      FOR NO KEY UPDATE SKIP LOCKED
      """
          .formatted(HAS_NEWS);

  /** The id of a delivery follows from endpoint and event, whoever fans out and however often. */
  private static final String ADVANCE =
      """
      WITH endpoint AS (
        SELECT * FROM webhook_endpoint WHERE tenant_id = {0} AND id = {1}
      ), batch AS MATERIALIZED (
        SELECT next.* FROM endpoint CROSS JOIN LATERAL (
          SELECT event.* FROM event
          WHERE event.tenant_id = endpoint.tenant_id
            AND (event.xid, event.seq) > (endpoint.feed_xid, endpoint.feed_seq)
            AND event.xid < pg_snapshot_xmin(pg_current_snapshot())
          ORDER BY event.xid, event.seq LIMIT {2}) AS next
      ), told AS (
        SELECT * FROM batch
        UNION
        SELECT overtaken.* FROM endpoint
          CROSS JOIN (SELECT resource_id, max(seq) AS seq FROM batch GROUP BY resource_id) AS last
          CROSS JOIN LATERAL (
            SELECT event.* FROM event
            WHERE event.tenant_id = endpoint.tenant_id AND event.resource_id = last.resource_id
              AND event.seq < last.seq
              AND (event.xid, event.seq) > (endpoint.feed_xid, endpoint.feed_seq)
              AND event.xid < pg_snapshot_xmin(pg_current_snapshot())
            ORDER BY event.seq OFFSET 0) AS overtaken
      ), made AS (
        INSERT INTO webhook_delivery (tenant_id, endpoint_id, id, sequence, event_seq,
          resource_type, resource_id, version, event_type, event_time, due_time, create_time)
        SELECT endpoint.tenant_id, endpoint.id, md5(endpoint.id || ':' || told.seq)::uuid,
          endpoint.last_sequence + row_number() OVER (ORDER BY told.seq), told.seq,
          told.resource_type, told.resource_id, told.version, told.type, told.event_time, {3}, {3}
        FROM endpoint CROSS JOIN told
        WHERE (endpoint.event_types = '{}'
            OR told.type = ANY (endpoint.event_types)
            OR split_part(told.type, '.', 1) || '.*' = ANY (endpoint.event_types))
          AND (SELECT done.id FROM webhook_delivery AS done
            WHERE done.tenant_id = endpoint.tenant_id AND done.endpoint_id = endpoint.id
              AND done.event_seq = told.seq
            LIMIT 1) IS NULL
        RETURNING sequence
      )
      UPDATE webhook_endpoint SET feed_xid = last.xid, feed_seq = last.seq,
        last_sequence = coalesce((SELECT max(sequence) FROM made), last_sequence)
      FROM (SELECT xid, seq FROM batch ORDER BY xid DESC, seq DESC LIMIT 1) AS last
      WHERE tenant_id = {0} AND id = {1}
      """;

  private FanOut() {}

  /** Makes the deliveries that a tenant's endpoints are owed, a batch for each of them. */
  static void advance(DSLContext sql, UUID tenant, Instant now) {
    for (var endpoint : sql.fetch(BEHIND, val(tenant)).into(UUID.class)) {
      sql.execute(ADVANCE, val(tenant), val(endpoint), val(BATCH), val(now));
    }
  }
}
