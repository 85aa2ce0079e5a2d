package org.supportcenter.store.booking;

import static org.supportcenter.schema.jooq.Tables.CLOSURE;
import static org.supportcenter.schema.jooq.Tables.CUSTOMER;
import static org.supportcenter.schema.jooq.Tables.DATE_OVERRIDE;
import static org.supportcenter.schema.jooq.Tables.SERVICE_TYPE;
import static org.supportcenter.schema.jooq.Tables.TECHNICIAN;
import static org.supportcenter.schema.jooq.Tables.TIME_OFF;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.supportcenter.domain.policy.ServiceTypeRules;
import org.supportcenter.domain.schedule.BusyBlock;
import org.supportcenter.domain.schedule.Closure;
import org.supportcenter.domain.schedule.TimeOff;
import org.supportcenter.domain.time.Span;
import org.supportcenter.store.CurrentTenant;
import org.supportcenter.store.Seconds;
import org.supportcenter.store.Tx;
import org.supportcenter.store.hold.HoldStore;
import org.supportcenter.store.policy.HoursText;
import org.supportcenter.store.policy.PolicyColumns;

/** Reads what bookings are decided on. */
public final class BookingFactsStore {

  /** No customer has this id. */
  static final UUID NOBODY = new UUID(0, 0);

  /** Every transaction below it is over, and seen by whoever reads now. */
  private static final Field<Long> OLDEST_OPEN =
      DSL.field("pg_snapshot_xmin(pg_current_snapshot())::text::bigint", Long.class);

  private static final NamedSql DATA_VERSION = new NamedSql(DSL.select(OLDEST_OPEN));

  /** Dates of two zones differ by at most one day, and hours of the day before run over. */
  private static final int DATES_BEFORE = 2;

  private static final int DATES_AFTER = 1;

  /**
   * Reads facts of technicians who are named, all in one round trip. Under the locks of the
   * technicians and customers they stay true until the transaction ends.
   *
   * @param now holds that have expired by then are no facts
   */
  public BookingFacts read(Tx tx, FactsRequest request, Instant now) {
    return read(tx, request, now, new Pipeline(), new BookingFacts());
  }

  /**
   * Reads facts under locks, and lets go of the holds it meets that have expired, since their rows
   * would still keep others out. That costs nothing when there are none.
   */
  public BookingFacts settle(Tx tx, FactsRequest request, Instant now) {
    var facts = read(tx, request, now);
    HoldStore.deleteExpired(tx, facts.expiredHolds);
    return facts;
  }

  /**
   * Reads facts for a search: those of the technicians that are named, or of all who are able,
   * which takes a second round trip; and as of when they are.
   */
  public BookingFacts search(Tx tx, FactsRequest request, Instant now) {
    var facts = new BookingFacts();
    return read(tx, request, now, dated(facts), facts);
  }

  /** Questions that begin with as of when the answers are. */
  static Pipeline dated(BookingFacts facts) {
    // First, so that whatever is read after it is at least as new.
    return new Pipeline().ask(DATA_VERSION, row -> facts.dataVersion = row.get(OLDEST_OPEN));
  }

  private static BookingFacts read(
      Tx tx, FactsRequest request, Instant now, Pipeline pipeline, BookingFacts facts) {
    var values = values(request);
    ask(tx, pipeline, request, values, facts);
    var visits = request.isOfOne() ? FactQueries.OF_VISITS_OF_ONE : FactQueries.OF_VISITS;
    pipeline.askForRows(visits, VisitRows.into(facts, now)).send(tx, values);
    return facts;
  }

  /** Asks for everything but visits. Who is able is found out first, and named from then on. */
  static void ask(
      Tx tx,
      Pipeline pipeline,
      FactsRequest request,
      Map<String, Object> values,
      BookingFacts facts) {
    pipeline
        .ask(
            FactQueries.OF_TENANT_POLICY,
            row -> facts.tenantPolicy = PolicyColumns.TENANT.read(row))
        .ask(
            request.able() == null ? FactQueries.OF_TECHNICIANS : FactQueries.OF_ABLE_TECHNICIANS,
            row -> facts.technicians.put(row.get(TECHNICIAN.ID), TechnicianRow.of(row)));
    if (request.able() != null) {
      pipeline.send(tx, values);
      values.put("technicians", facts.technicians.keySet().toArray(UUID[]::new));
    }
    pipeline
        .ask(FactQueries.OF_ABSENCES, row -> addAbsence(facts, row))
        .ask(FactQueries.OF_CLOSURES, row -> facts.closures.add(closure(row)))
        .ask(FactQueries.OF_DATE_OVERRIDES, row -> addDateOverride(facts, row));
    if (!request.customers().isEmpty()) {
      pipeline.ask(FactQueries.OF_CUSTOMERS, row -> facts.customers.add(row.get(CUSTOMER.ID)));
    }
    if (!request.serviceTypes().isEmpty()) {
      pipeline.ask(
          FactQueries.OF_SERVICE_TYPES,
          row -> facts.serviceTypes.put(row.get(SERVICE_TYPE.ID), serviceType(row)));
    }
  }

  /** As of when whatever is read from now on is; see {@link BookingFacts#dataVersion}. */
  public long dataVersion(Tx tx) {
    return tx.sql().select(OLDEST_OPEN).fetchSingle(OLDEST_OPEN);
  }

  /**
   * Active technicians with all of the skills, in no order that means anything.
   *
   * @param most at most so many
   */
  public List<UUID> able(Tx tx, Set<String> skills, UUID except, int most) {
    return tx.sql()
        .select(TECHNICIAN.ID)
        .from(TECHNICIAN)
        .where(TECHNICIAN.TENANT_ID.eq(CurrentTenant.ID))
        .and(TECHNICIAN.ACTIVE)
        .and(TECHNICIAN.ID.ne(except))
        .and("{0} @> {1}::text[]", TECHNICIAN.SKILLS, DSL.val(skills.toArray(String[]::new)))
        .orderBy(TECHNICIAN.ID)
        .limit(most)
        .fetch(TECHNICIAN.ID);
  }

  /** The values of all parameters. */
  static Map<String, Object> values(FactsRequest request) {
    var window = request.window();
    var values = new HashMap<String, Object>();
    values.put("technicians", request.technicians().toArray(UUID[]::new));
    values.put("customers", request.customers().toArray(UUID[]::new));
    if (request.isOfOne()) {
      values.put("technician", request.technicians().iterator().next());
      values.put("customer", request.customers().stream().findAny().orElse(NOBODY));
    }
    var skills = request.able() == null ? Set.<String>of() : request.able();
    values.put("skills", skills.toArray(String[]::new));
    values.put("serviceTypes", request.serviceTypes().toArray(UUID[]::new));
    values.put("from", window.start());
    values.put("to", window.end());
    values.put("earliest", request.earliestStart());
    values.put("latest", request.latestStart());
    values.put("firstDate", utcDate(window.start()).minusDays(DATES_BEFORE));
    values.put("lastDate", utcDate(window.end()).plusDays(DATES_AFTER));
    return values;
  }

  private static LocalDate utcDate(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private static void addAbsence(BookingFacts facts, Record row) {
    var technician = row.get(TIME_OFF.TECHNICIAN_ID);
    var id = row.get(TIME_OFF.ID);
    var span = new Span(row.get(TIME_OFF.START_TIME), row.get(TIME_OFF.END_TIME));
    if (row.get(FactQueries.IS_TIME_OFF)) {
      facts.timeOff.computeIfAbsent(technician, _ -> new ArrayList<>()).add(new TimeOff(id, span));
    } else {
      facts.busy.computeIfAbsent(technician, _ -> new ArrayList<>()).add(new BusyBlock(id, span));
    }
  }

  private static Closure closure(Record row) {
    return new Closure(
        row.get(CLOSURE.ID),
        row.get(CLOSURE.START_DATE),
        row.get(CLOSURE.END_DATE),
        row.get(CLOSURE.LABEL));
  }

  private static void addDateOverride(BookingFacts facts, Record row) {
    facts
        .overrides
        .computeIfAbsent(row.get(DATE_OVERRIDE.TECHNICIAN_ID), _ -> new HashMap<>())
        .put(row.get(DATE_OVERRIDE.DATE), HoursText.readDay(row.get(DATE_OVERRIDE.HOURS)));
  }

  private static ServiceTypeRules serviceType(Record row) {
    return new ServiceTypeRules(
        Seconds.read(row.get(SERVICE_TYPE.DURATION_SECONDS)),
        Seconds.read(row.get(SERVICE_TYPE.BUFFER_BEFORE_SECONDS)),
        Seconds.read(row.get(SERVICE_TYPE.BUFFER_AFTER_SECONDS)),
        Seconds.read(row.get(SERVICE_TYPE.MINIMUM_NOTICE_SECONDS)),
        row.get(SERVICE_TYPE.ADVANCE_BOOKING_DAYS),
        Set.copyOf(List.of(row.get(SERVICE_TYPE.REQUIRED_SKILLS))));
  }
}
