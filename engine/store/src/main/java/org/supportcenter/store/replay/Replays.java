package org.supportcenter.store.replay;

import static org.jooq.impl.DSL.row;
import static org.supportcenter.schema.jooq.Tables.REPLAY;

import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.store.Chore;
import org.supportcenter.store.Database;
import org.supportcenter.store.Step;
import org.supportcenter.store.Tx;
import org.supportcenter.store.Values;

/**
 * The first successes of requests that carried a request id, kept for a day. To be used under the
 * request's lock ({@link org.supportcenter.store.Locks#request}), so that a twin waits and then
 * finds the answer.
 */
public final class Replays {

  private static final int FORGET_AT_ONCE = 5_000;

  private static final String FIND =
      """
      (SELECT ARRAY[request_hash, response] FROM replay
      WHERE tenant_id = current_tenant() AND caller = ? AND request_id = ?)\
      """;

  private static final String KEEP =
      """
      INSERT INTO replay (tenant_id, caller, request_id, request_hash, response, create_time)
      VALUES (current_tenant(), ?, ?, ?, ?, ?)
      """;

  private final InstantSource clock;

  /** Stamps answers by the clock. */
  public Replays(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Looks the request up with the next round trip, which ends the transaction if it is not new.
   *
   * @throws AnsweredException from that round trip, if the request was answered before
   * @throws org.supportcenter.domain.refusal.RefusedException from it, if the id was used for
   *     another request
   */
  public void expectNew(Tx tx, ReplayKey key) {
    tx.enqueue(
        new Values(
            List.of(FIND),
            binder -> {
              binder.value(key.caller());
              binder.value(key.requestId());
            },
            (row, first) -> {
              var kept = row.getArray(first);
              if (kept != null) {
                var hashAndResponse = (byte[][]) kept.getArray();
                throw new AnsweredException(matching(key, hashAndResponse[0], hashAndResponse[1]));
              }
            }));
  }

  /** Keeps the answer of a success, in the transaction that made it one. */
  public void keep(Tx tx, ReplayKey key, byte[] response) {
    var now = clock.instant();
    tx.enqueue(
        Step.silent(
            KEEP,
            binder -> {
              binder.value(key.caller());
              binder.value(key.requestId());
              binder.value(HexFormat.of().parseHex(key.hash()));
              binder.value(response);
              binder.value(now);
            }));
  }

  /** The kept answer, if it was kept for the same request; else the id was reused. */
  private static byte[] matching(ReplayKey key, byte[] keptHash, byte[] keptResponse) {
    if (!key.hash().equals(HexFormat.of().formatHex(keptHash))) {
      throw new Refusal.RequestIdReused().asException();
    }
    return keptResponse;
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
