package org.supportcenter.mailer.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Takes due mails out of a tenant's queue, the oldest first. One whose domain gets enough just now
 * is given a turn later, together with others like it: taking each by itself only to put it off
 * would cost as much as sending it.
 */
final class Leasing {

  /**
   * Longer than a mail takes with the timeouts of the mail server; it is renewed before sending if
   * some of it has passed.
   */
  static final Duration LEASE = Duration.ofSeconds(30);

  /** How many are looked at in one statement behind mails that had to be put off. */
  private static final int CROWD = 64;

  /** Past so many of such crowds the next look has to wait, so that other tenants get theirs. */
  private static final int CROWDS = 16;

  /** The status is written out, so that a plan for any parameters can use the queue's index. */
  static final String DUE =
      """
      SELECT id, coalesce(
          (SELECT email FROM customer WHERE customer.tenant_id = notification.tenant_id
             AND customer.id = recipient_id AND recipient = 'CUSTOMER'),
          (SELECT email FROM technician WHERE technician.tenant_id = notification.tenant_id
             AND technician.id = recipient_id AND recipient = 'TECHNICIAN')) AS to_address
      FROM notification
      WHERE tenant_id = ? AND status = 'PENDING' AND next_time <= ?
      ORDER BY next_time
      LIMIT ?
      FOR NO KEY UPDATE SKIP LOCKED
      """;

  private static final String SETTLE =
      """
      UPDATE notification
      SET not_before = settled.until, lease = settled.lease,
        reason = coalesce(settled.reason, notification.reason)
      FROM unnest(?::uuid[], ?::text[]::timestamptz[], ?::uuid[], ?::text[])
        AS settled (id, until, lease, reason)
      WHERE notification.tenant_id = ? AND notification.id = settled.id
      """;

  private static final String OTHERS_FIRST = "Others are being sent to this domain first.";

  private final Turns turns;

  Leasing(Turns turns) {
    this.turns = turns;
  }

  private record Due(UUID id, @Nullable String address) {}

  /**
   * What was settled about a mail.
   *
   * @param lease null: it waits for its turn
   */
  private record Settled(UUID id, Instant until, @Nullable UUID lease, @Nullable String reason) {}

  /** Leases up to so many mails that may be sent now. */
  List<Leased> lease(DSLContext sql, UUID tenant, int most, Instant now) {
    var lease = UUID.randomUUID();
    var leased = new ArrayList<Leased>();
    var look = most;
    for (int crowds = 0; crowds < CROWDS && leased.size() < most; crowds++) {
      var due = due(sql, tenant, look, now);
      var settled = new ArrayList<Settled>();
      for (var mail : due) {
        if (leased.size() == most) {
          break;
        }
        var turn =
            mail.address() == null ? Duration.ZERO : turns.take(tenant, mail.id(), mail.address());
        if (turn.isZero()) {
          leased.add(new Leased(mail.id(), lease));
          settled.add(new Settled(mail.id(), now.plus(LEASE), lease, null));
        } else {
          settled.add(new Settled(mail.id(), now.plus(turn), null, OTHERS_FIRST));
        }
      }
      settle(sql, tenant, settled);
      if (due.size() < look) {
        break;
      }
      look = CROWD;
    }
    return leased;
  }

  private static List<Due> due(DSLContext sql, UUID tenant, int most, Instant now) {
    return sql.resultQuery(DUE, tenant, now, most)
        .fetch(row -> new Due(row.get(0, UUID.class), row.get(1, String.class)));
  }

  private static void settle(DSLContext sql, UUID tenant, List<Settled> settled) {
    if (settled.isEmpty()) {
      return;
    }
    sql.execute(
        SETTLE,
        settled.stream().map(Settled::id).toArray(UUID[]::new),
        settled.stream().map(Settled::until).map(Instant::toString).toArray(String[]::new),
        settled.stream().map(Settled::lease).toArray(UUID[]::new),
        settled.stream().map(Settled::reason).toArray(String[]::new),
        tenant);
  }
}
