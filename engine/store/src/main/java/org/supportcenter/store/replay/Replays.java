package org.supportcenter.store.replay;

import static org.jooq.impl.DSL.row;
import static org.supportcenter.schema.jooq.Tables.REPLAY;

import java.time.InstantSource;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.store.Chore;
import org.supportcenter.store.Database;
import org.supportcenter.store.Tx;

/**
 * The first successes of requests that carried a request id, kept for a day. To be used under the
 * request's lock ({@link org.supportcenter.store.Locks#request}), so that a twin waits and then
 * finds the answer.
 */
public final class Replays {

  private static final int FORGET_AT_ONCE = 5_000;

  private final InstantSource clock;

  /** Stamps answers by the clock. */
  public Replays(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * The answer kept for the request, serialized; null if it is new.
   *
   * @throws org.supportcenter.domain.refusal.RefusedException if the id was used for another
   *     request
   */
  public byte @Nullable [] find(Tx tx, UUID tenant, ReplayKey key) {
    var kept =
        tx.sql()
            .select(REPLAY.REQUEST_HASH, REPLAY.RESPONSE)
            .from(REPLAY)
            .where(REPLAY.TENANT_ID.eq(tenant))
            .and(REPLAY.CALLER.eq(key.caller()))
            .and(REPLAY.REQUEST_ID.eq(key.requestId()))
            .fetchOne();
    return kept == null ? null : matching(key, kept.value1(), kept.value2());
  }

  /** The kept answer, if it was kept for the same request; else the id was reused. */
  public static byte[] matching(ReplayKey key, byte[] keptHash, byte[] keptResponse) {
    if (!key.hash().equals(HexFormat.of().formatHex(keptHash))) {
      throw new Refusal.RequestIdReused().asException();
    }
    return keptResponse;
  }

  /** Keeps the answer of a success, in the transaction that made it one. */
  public void keep(Tx tx, UUID tenant, ReplayKey key, byte[] response) {
    tx.sql()
        .insertInto(REPLAY)
        .set(REPLAY.TENANT_ID, tenant)
        .set(REPLAY.CALLER, key.caller())
        .set(REPLAY.REQUEST_ID, key.requestId())
        .set(REPLAY.REQUEST_HASH, HexFormat.of().parseHex(key.hash()))
        .set(REPLAY.RESPONSE, response)
        .set(REPLAY.CREATE_TIME, clock.instant())
        .execute();
  }

  /**
   * Forgets answers older than a day, of all tenants; some thousands in each transaction.
   *
   * @return how many
   */
  public static int forgetOld(Database database) {
    int all = 0;
    int some;
    do {
      some = forgetSome(database);
      all += some;
    } while (some == FORGET_AT_ONCE);
    return all;
  }

  private static int forgetSome(Database database) {
    return database.chore(
        Chore.FORGET_REPLIES,
        tx ->
            tx.sql()
                .deleteFrom(REPLAY)
                .where(
                    row(REPLAY.TENANT_ID, REPLAY.CALLER, REPLAY.REQUEST_ID)
                        .in(
                            tx.sql()
                                .select(REPLAY.TENANT_ID, REPLAY.CALLER, REPLAY.REQUEST_ID)
                                .from(REPLAY)
                                .limit(FORGET_AT_ONCE)))
                .execute());
  }
}
