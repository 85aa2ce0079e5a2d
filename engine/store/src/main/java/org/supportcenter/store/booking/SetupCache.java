package org.supportcenter.store.booking;

import static org.supportcenter.store.booking.BookingFactsStore.OLDEST_OPEN;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.time.Span;
import org.supportcenter.schema.jooq.Tables;
import org.supportcenter.store.CurrentTenant;
import org.supportcenter.store.Tx;

/**
 * Setups that were read lately. One is used only when the database says, in the same round trip as
 * what is read beside it, that nothing of it has changed; so bookings and searches know as much as
 * if they read everything. Thread-safe; good for any number of tenants.
 */
public final class SetupCache {

  /** Technicians of all setups together; one takes some kilobytes. */
  private static final int MOST_TECHNICIANS = 10_000;

  /** The number could come back only with an older copy of the database. */
  private static final Duration KEPT = Duration.ofMinutes(1);

  /**
   * Below zero when this transaction has changed something itself, which it may yet undo. Nobody
   * here uses savepoints; what is changed behind one would look like somebody else's change.
   */
  private static final Field<Long> VERSION =
      DSL.coalesce(
          DSL.field(
              DSL.select(
                      DSL.when(
                              DSL.condition("xmin = pg_current_xact_id_if_assigned()::xid"),
                              Tables.SETUP_VERSION.VERSION.neg())
                          .otherwise(Tables.SETUP_VERSION.VERSION))
                  .from(Tables.SETUP_VERSION)
                  .where(Tables.SETUP_VERSION.TENANT_ID.eq(CurrentTenant.ID))),
          DSL.inline(0L));

  private static final NamedValue ASKED_OLDEST_OPEN = new NamedValue(OLDEST_OPEN);
  private static final NamedValue ASKED_VERSION = new NamedValue(VERSION);

  private final Cache<Key, Kept> kept =
      Caffeine.newBuilder()
          .expireAfterWrite(KEPT)
          .maximumWeight(MOST_TECHNICIANS)
          .weigher((Key _, Kept one) -> 1 + one.asked().size())
          .build();

  private record Key(String scope, SetupRequest request) {}

  private record Kept(long version, Set<UUID> asked, Setup setup) {}

  /** What is read beside a setup. */
  @FunctionalInterface
  interface Beside<F> {
    /**
     * Asks for it and sends what was asked.
     *
     * @param window in which things matter
     * @param asked whose setup it is
     */
    F read(Pipeline pipeline, Span window, Set<UUID> asked);
  }

  /**
   * A setup and what was read beside it.
   *
   * @param dataVersion see {@link BookingFacts#dataVersion}
   */
  record Found<F>(long dataVersion, Setup setup, F beside) {}

  /** Where the versions of what is read are noted. */
  private static final class Versions {
    private long oldestOpen;
    private long setup;
  }

  /** No setups yet. */
  public SetupCache() {}

  /**
   * Reads a setup and what stands beside it: in one round trip, in one more when it has changed,
   * and in one more when it has to be found out who is able.
   */
  <F> Found<F> read(Tx tx, FactsRequest facts, Beside<F> wanted) {
    var key = new Key(tx.scope(), SetupRequest.of(facts).inWholeWeeks());
    var found = known(kept.getIfPresent(key), facts.reach(), wanted);
    return found == null ? fresh(tx, key, facts.reach(), wanted) : found;
  }

  private static <F> @Nullable Found<F> known(@Nullable Kept known, Reach reach, Beside<F> wanted) {
    if (known == null) {
      return null;
    }
    var versions = new Versions();
    var setup = known.setup();
    var window = reach.in(setup.zones(), setup.longestBuffer());
    var beside = wanted.read(dated(versions), window, known.asked());
    return versions.setup == known.version()
        ? new Found<>(versions.oldestOpen, setup, beside)
        : null;
  }

  private <F> Found<F> fresh(Tx tx, Key key, Reach reach, Beside<F> wanted) {
    var versions = new Versions();
    var pipeline = dated(versions);
    var setups = new SetupReading(key.request());
    var asked = setups.ask(tx, pipeline);
    var beside = wanted.read(pipeline, reach.inAnyZone(), asked);
    var setup = setups.setup();
    if (versions.setup >= 0) {
      kept.put(key, new Kept(versions.setup, asked, setup));
    }
    return new Found<>(versions.oldestOpen, setup, beside);
  }

  /** First, so that whatever is read after it is at least as new. */
  private static Pipeline dated(Versions versions) {
    return new Pipeline()
        .askFor(
            ASKED_OLDEST_OPEN, Map.of(), (row, first) -> versions.oldestOpen = row.getLong(first))
        .askFor(ASKED_VERSION, Map.of(), (row, first) -> versions.setup = row.getLong(first));
  }
}
