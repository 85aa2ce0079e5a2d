package org.supportcenter.mailer.mail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.supportcenter.mailer.mail.WaitingRoom.Due;
import org.supportcenter.mailer.mail.WaitingRoom.Place;

/**
 * Takes due mails out of a tenant's queue, the oldest first. One whose domain gets enough just now
 * waits for its turn, and those behind it are looked at. Should the transaction fail, those chosen
 * are found again as those are that wait without a turn. For one thread.
 */
final class Leasing {

  /**
   * Longer than a mail takes with the timeouts of the mail server; it is renewed before sending if
   * some of it has passed.
   */
  static final Duration LEASE = Duration.ofSeconds(30);

  /** How many are looked at in one statement behind mails that have to wait. */
  private static final int CROWD = 64;

  /** Past so many of such crowds the next look has to wait, so that other tenants get theirs. */
  private static final int CROWDS = 16;

  private static final int MOST_ROOMS = 1_000;
  private static final Duration ROOM_FORGOTTEN_AFTER = Turns.HORIZON.multipliedBy(2);

  /** How many of those seen before every look sees again. */
  private static final int ROUND = 128;

  /**
   * A booking is written down a moment after the time that its mails are due at. While mails wait,
   * the queue is read so far only, lest such a mail is passed over until the round comes to it.
   */
  private static final Duration WRITTEN_DOWN_WITHIN = Duration.ofSeconds(2);

  /** The status is written out, so that a plan for any parameters can use the queue's index. */
  static final String DUE =
      """
      SELECT next_time, id, coalesce(
          (SELECT email FROM customer WHERE customer.tenant_id = notification.tenant_id
             AND customer.id = recipient_id AND recipient = 'CUSTOMER'),
          (SELECT email FROM technician WHERE technician.tenant_id = notification.tenant_id
             AND technician.id = recipient_id AND recipient = 'TECHNICIAN')) AS to_address
      FROM notification
      WHERE tenant_id = ? AND status = 'PENDING' AND (next_time, id) > (?, ?) AND next_time <= ?
      ORDER BY next_time, id
      LIMIT ?
      """;

  /** Other mailers find those behind them. */
  private static final String DUE_TO_NOBODY_ELSE = DUE + "FOR NO KEY UPDATE SKIP LOCKED";

  private static final String TAKE =
      """
      UPDATE notification
      SET not_before = ?, lease = ?
      WHERE tenant_id = ? AND id = ANY(ARRAY(
        SELECT id FROM notification
        WHERE tenant_id = ? AND id = ANY(?) AND status = 'PENDING' AND next_time <= ?
        FOR NO KEY UPDATE SKIP LOCKED))
      RETURNING id
      """;

  private final Turns turns;
  private final Cache<UUID, WaitingRoom> rooms =
      Caffeine.newBuilder().maximumSize(MOST_ROOMS).expireAfterAccess(ROOM_FORGOTTEN_AFTER).build();

  Leasing(Turns turns) {
    this.turns = turns;
  }

  /** Leases up to so many mails that may be sent now. */
  List<Leased> lease(DSLContext sql, UUID tenant, int most, Instant now) {
    var room = rooms.get(tenant, _ -> new WaitingRoom());
    var leased = new Look(sql, tenant, most, now, room).lease();
    if (room.isEmpty()) {
      rooms.invalidate(tenant);
    }
    return leased;
  }

  /** One look at a tenant's queue. */
  private final class Look {
    private final DSLContext sql;
    private final UUID tenant;
    private final int most;
    private final Instant now;
    private final WaitingRoom room;
    private final SequencedMap<UUID, Due> chosen = new LinkedHashMap<>();

    Look(DSLContext sql, UUID tenant, int most, Instant now, WaitingRoom room) {
      this.sql = sql;
      this.tenant = tenant;
      this.most = most;
      this.now = now;
      this.room = room;
    }

    List<Leased> lease() {
      var othersWait = !room.isEmpty();
      callUp();
      if (othersWait && !isFull()) {
        lookRound();
      }
      readOn(othersWait ? now.minus(WRITTEN_DOWN_WITHIN) : now);
      return take();
    }

    private void callUp() {
      while (!isFull()) {
        var mail = room.callUp(now);
        if (mail == null) {
          return;
        }
        consider(mail);
      }
    }

    /**
     * Looks again at some that were seen before: for those without a turn there may be one now, and
     * some may have been written down late.
     */
    private void lookRound() {
      var due = due(DUE, room.roundTo(), now, ROUND);
      if (considerAll(due, room::setRoundTo) && due.size() < ROUND) {
        room.endRound();
      }
    }

    /** Looks at mails nobody has looked at yet. */
    private void readOn(Instant until) {
      var query = DUE_TO_NOBODY_ELSE;
      var look = most;
      for (int crowds = 0; crowds < CROWDS && !isFull(); crowds++) {
        var due = due(query, room.readTo(), until, look);
        if (!considerAll(due, room::setReadTo) || due.size() < look) {
          return;
        }
        query = DUE;
        look = CROWD;
      }
    }

    private boolean isFull() {
      return chosen.size() == most;
    }

    /** Considers mails until there are enough; whether it came to the last of them. */
    private boolean considerAll(List<Due> mails, Consumer<Place> reached) {
      for (var mail : mails) {
        if (isFull()) {
          return false;
        }
        consider(mail);
        reached.accept(mail.place());
      }
      return true;
    }

    private void consider(Due mail) {
      if (chosen.containsKey(mail.id()) || room.contains(mail.id())) {
        return;
      }
      var turn =
          mail.address() == null ? Duration.ZERO : turns.take(tenant, mail.id(), mail.address());
      if (turn.isZero()) {
        chosen.put(mail.id(), mail);
      } else if (turn.compareTo(Turns.HORIZON) < 0) {
        room.admit(mail, now.plus(turn));
      } else {
        room.leaveOutside();
      }
    }

    private List<Due> due(String query, Place from, Instant until, int limit) {
      return sql.resultQuery(query, tenant, from.time(), from.id(), until, limit)
          .fetch(
              row ->
                  new Due(
                      new Place(row.get(0, Instant.class), row.get(1, UUID.class)),
                      row.get(2, String.class)));
    }

    /** Leases of the chosen those that are still due and nobody else's, in their order. */
    private List<Leased> take() {
      if (chosen.isEmpty()) {
        return List.of();
      }
      var lease = UUID.randomUUID();
      var ids = chosen.keySet().toArray(UUID[]::new);
      var taken =
          sql.resultQuery(TAKE, now.plus(LEASE), lease, tenant, tenant, ids, now)
              .fetchSet(row -> row.get(0, UUID.class));
      var leased = new ArrayList<Leased>();
      for (var mail : chosen.values()) {
        if (taken.contains(mail.id())) {
          leased.add(new Leased(mail.id(), lease));
        } else if (mail.address() != null) {
          turns.giveBack(tenant, mail.address());
        }
      }
      return leased;
    }
  }
}
