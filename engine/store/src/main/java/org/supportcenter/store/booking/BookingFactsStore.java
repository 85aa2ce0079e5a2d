package org.supportcenter.store.booking;

import static org.jooq.impl.DSL.noCondition;
import static org.supportcenter.schema.jooq.Tables.TECHNICIAN;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.policy.Limits;
import org.supportcenter.domain.time.Span;
import org.supportcenter.store.CurrentTenant;
import org.supportcenter.store.Tx;
import org.supportcenter.store.hold.HoldStore;

/** Reads what bookings are decided on, and what searches and checks look at. */
public final class BookingFactsStore {

  /** No customer has this id. */
  static final UUID NOBODY = new UUID(0, 0);

  private static final Duration LONGEST_WITH_BUFFER =
      Limits.VISIT_DURATION.max().plus(Limits.BUFFER.max());

  /** Every transaction below it is over, and seen by whoever reads now. */
  static final Field<Long> OLDEST_OPEN =
      DSL.field("pg_snapshot_xmin(pg_current_snapshot())::text::bigint", Long.class);

  private final SetupCache setups;

  /** Reads with the setups that were read lately. */
  public BookingFactsStore(SetupCache setups) {
    this.setups = setups;
  }

  /**
   * Reads facts of technicians who are named or able: in one round trip unless the setup has
   * changed or able ones are looked for, in one or two more then. Under the locks of the
   * technicians and customers they stay true until the transaction ends.
   *
   * @param now holds that have expired by then are no facts
   */
  public BookingFacts read(Tx tx, FactsRequest request, Instant now) {
    var found =
        setups.read(
            tx,
            request,
            (pipeline, window, asked) -> neighbours(tx, request, window, now, pipeline, asked));
    return new BookingFacts(found.setup(), found.beside(), found.dataVersion());
  }

  /**
   * Reads facts under locks, and lets go of the holds it meets that have expired, since their rows
   * would still keep others out. That costs nothing when there are none.
   */
  public BookingFacts settle(Tx tx, FactsRequest request, Instant now) {
    var facts = read(tx, request, now);
    HoldStore.deleteExpired(tx, facts.expiredHolds());
    return facts;
  }

  /**
   * Reads the visits of those who are asked about, and with them whatever was asked before.
   *
   * @param window of the request's reach
   */
  private static Neighbours neighbours(
      Tx tx, FactsRequest request, Span window, Instant now, Pipeline pipeline, Set<UUID> asked) {
    var found = new Neighbours();
    var values = values(request, window, asked);
    askForCustomers(pipeline, request, values, found);
    var visits = request.isOfOne() ? FactQueries.OF_VISITS_OF_ONE : FactQueries.OF_VISITS;
    pipeline.askForRows(visits, values, VisitRows.into(found, now)).send(tx);
    return found;
  }

  static void askForCustomers(
      Pipeline pipeline, FactsRequest request, Map<String, Object> values, Neighbours found) {
    if (!request.customers().isEmpty()) {
      pipeline.askFor(
          FactQueries.KNOWN_CUSTOMERS,
          values,
          (row, first) -> found.customers.addAll(List.of((UUID[]) row.getArray(first).getArray())));
    }
  }

  /** As of when whatever is read from now on is; see {@link BookingFacts#dataVersion}. */
  public long dataVersion(Tx tx) {
    return tx.sql().select(OLDEST_OPEN).fetchSingle(OLDEST_OPEN);
  }

  /**
   * Active technicians with all of the skills, in no order that means anything.
   *
   * @param except who is left out; null: nobody
   * @param most at most so many
   */
  public List<UUID> able(Tx tx, Set<String> skills, @Nullable UUID except, int most) {
    return tx.sql()
        .select(TECHNICIAN.ID)
        .from(TECHNICIAN)
        .where(TECHNICIAN.TENANT_ID.eq(CurrentTenant.ID))
        .and(TECHNICIAN.ACTIVE)
        .and(except == null ? noCondition() : TECHNICIAN.ID.ne(except))
        .and("{0} @> {1}::text[]", TECHNICIAN.SKILLS, DSL.val(skills.toArray(String[]::new)))
        .orderBy(TECHNICIAN.ID)
        .limit(most)
        .fetch(TECHNICIAN.ID);
  }

  /**
   * The values of all parameters that visits are asked by.
   *
   * @param window of the request's reach
   * @param asked the technicians
   */
  static Map<String, Object> values(FactsRequest request, Span window, Set<UUID> asked) {
    var values = new HashMap<String, Object>();
    values.put("technicians", asked.toArray(UUID[]::new));
    values.put("customers", request.customers().toArray(UUID[]::new));
    if (request.isOfOne()) {
      values.put("technician", request.technicians().iterator().next());
      values.put("customer", request.customers().stream().findAny().orElse(NOBODY));
    }
    values.put("from", window.start());
    values.put("to", window.end());
    // No visit that reaches into the window with its buffers starts earlier or later.
    values.put("earliest", window.start().minus(LONGEST_WITH_BUFFER));
    values.put("latest", window.end().plus(Limits.BUFFER.max()));
    return values;
  }
}
