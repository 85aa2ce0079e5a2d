package org.supportcenter.store.booking;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.unnest;
import static org.supportcenter.schema.jooq.Tables.APPOINTMENT;
import static org.supportcenter.schema.jooq.Tables.BUSY_BLOCK;
import static org.supportcenter.schema.jooq.Tables.CLOSURE;
import static org.supportcenter.schema.jooq.Tables.CUSTOMER;
import static org.supportcenter.schema.jooq.Tables.DATE_OVERRIDE;
import static org.supportcenter.schema.jooq.Tables.SERVICE_TYPE;
import static org.supportcenter.schema.jooq.Tables.TECHNICIAN;
import static org.supportcenter.schema.jooq.Tables.TECHNICIAN_POLICY;
import static org.supportcenter.schema.jooq.Tables.TENANT_POLICY;
import static org.supportcenter.schema.jooq.Tables.TIME_OFF;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.store.CurrentTenant;
import org.supportcenter.store.policy.PolicyColumns;

/**
 * The queries for facts. Their parameters: {@code technicians}, or {@code skills} of those who are
 * looked for; {@code customers}, {@code serviceTypes}; {@code from} and {@code to}, the window
 * outside of which no visit matters; {@code earliest} and {@code latest}, bounds of the starts of
 * visits that can reach into it; {@code firstDate} and {@code lastDate}, the dates that matter, and
 * {@code absentFrom} and {@code absentTo}, the same as instants.
 */
final class FactQueries {

  static final Field<Boolean> IS_TIME_OFF = inline(true).as("is_time_off");

  private static final Param<UUID[]> TECHNICIANS = param("technicians", UUID[].class);
  private static final Param<UUID[]> CUSTOMERS = param("customers", UUID[].class);
  private static final Param<UUID[]> SERVICE_TYPES = param("serviceTypes", UUID[].class);
  private static final Param<String[]> SKILLS = param("skills", String[].class);
  private static final Param<Instant> FROM = param("from", Instant.class);
  private static final Param<Instant> TO = param("to", Instant.class);
  private static final Param<Instant> ABSENT_FROM = param("absentFrom", Instant.class);
  private static final Param<Instant> ABSENT_TO = param("absentTo", Instant.class);
  private static final Param<Instant> EARLIEST = param("earliest", Instant.class);
  private static final Param<Instant> LATEST = param("latest", Instant.class);
  private static final Param<LocalDate> FIRST_DATE = param("firstDate", LocalDate.class);
  private static final Param<LocalDate> LAST_DATE = param("lastDate", LocalDate.class);

  /** What takes a technician's time or counts for the day. */
  private static final Condition COUNTED =
      condition(APPOINTMENT.HOLDS)
          .or(APPOINTMENT.STATUS.eq(inline(AppointmentStatus.COMPLETED.name())));

  private static final List<Field<?>> TECHNICIAN_COLUMNS =
      Stream.concat(
              Stream.<Field<?>>of(
                  TECHNICIAN.ID,
                  TECHNICIAN.TIME_ZONE,
                  TECHNICIAN.ACTIVE,
                  TECHNICIAN.SKILLS,
                  TECHNICIAN.HOME_LATITUDE,
                  TECHNICIAN.HOME_LONGITUDE),
              PolicyColumns.TECHNICIAN.all().stream())
          .toList();

  static final NamedSql OF_SERVICE_TYPES =
      new NamedSql(
          select(
                  SERVICE_TYPE.ID,
                  SERVICE_TYPE.DURATION_SECONDS,
                  SERVICE_TYPE.BUFFER_BEFORE_SECONDS,
                  SERVICE_TYPE.BUFFER_AFTER_SECONDS,
                  SERVICE_TYPE.MINIMUM_NOTICE_SECONDS,
                  SERVICE_TYPE.ADVANCE_BOOKING_DAYS,
                  SERVICE_TYPE.REQUIRED_SKILLS)
              .from(SERVICE_TYPE)
              .where(SERVICE_TYPE.TENANT_ID.eq(CurrentTenant.ID))
              .and(SERVICE_TYPE.ID.eq(any(SERVICE_TYPES))));

  /** An array of those of the {@code customers} that there are. */
  static final NamedValue KNOWN_CUSTOMERS =
      new NamedValue(
          array(
              select(CUSTOMER.ID)
                  .from(CUSTOMER)
                  .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.ID))
                  .and(CUSTOMER.ID.eq(any(CUSTOMERS)))));

  static final NamedSql OF_CLOSURES =
      new NamedSql(
          select(CLOSURE.ID, CLOSURE.START_DATE, CLOSURE.END_DATE, CLOSURE.LABEL)
              .from(CLOSURE)
              .where(CLOSURE.TENANT_ID.eq(CurrentTenant.ID))
              .and(CLOSURE.END_DATE.ge(FIRST_DATE))
              .and(CLOSURE.START_DATE.le(LAST_DATE)));

  /**
   * {@link #OF_VISITS} of one {@code technician} and one {@code customer}. Arrays of unknown length
   * look dear to the planner; before it has statistics it would rather read all visits of the
   * tenant.
   */
  static final NamedSql OF_VISITS_OF_ONE =
      new NamedSql(
          visits(
                  VisitRows.COLUMNS,
                  APPOINTMENT.TECHNICIAN_ID.eq(param("technician", UUID.class)).and(COUNTED))
              .unionAll(
                  visits(
                      VisitRows.COLUMNS,
                      APPOINTMENT
                          .CUSTOMER_ID
                          .eq(param("customer", UUID.class))
                          .and(APPOINTMENT.HOLDS))));

  static final NamedSql OF_TENANT_POLICY =
      new NamedSql(
          select(PolicyColumns.TENANT.all())
              .from(TENANT_POLICY)
              .where(TENANT_POLICY.TENANT_ID.eq(CurrentTenant.ID)));

  /** The {@code technicians} with their own policies. */
  static final NamedSql OF_TECHNICIANS =
      new NamedSql(technicians(TECHNICIAN.ID.eq(any(TECHNICIANS))));

  /** Every active technician with the {@code skills} and those of the service types. */
  static final NamedSql OF_ABLE_TECHNICIANS = new NamedSql(technicians(isAble()));

  /** Time off and busy blocks, told apart by {@link #IS_TIME_OFF}. */
  static final NamedSql OF_ABSENCES = new NamedSql(absences());

  static final NamedSql OF_DATE_OVERRIDES =
      new NamedSql(
          select(DATE_OVERRIDE.TECHNICIAN_ID, DATE_OVERRIDE.DATE, DATE_OVERRIDE.HOURS)
              .from(DATE_OVERRIDE)
              .where(DATE_OVERRIDE.TENANT_ID.eq(CurrentTenant.ID))
              .and(DATE_OVERRIDE.TECHNICIAN_ID.eq(any(TECHNICIANS)))
              .and(DATE_OVERRIDE.DATE.between(FIRST_DATE, LAST_DATE)));

  /**
   * Visits of the technicians, completed ones too, and of the customers; some of them twice. Holds
   * are among them, expired ones too.
   */
  static final NamedSql OF_VISITS = visitsOfEach(VisitRows.COLUMNS);

  /** The same with status and coordinates. */
  static final NamedSql OF_PLACED_VISITS = visitsOfEach(VisitRows.PLACED_COLUMNS);

  private FactQueries() {}

  private static Select<?> technicians(Condition which) {
    return select(TECHNICIAN_COLUMNS)
        .from(TECHNICIAN)
        .leftJoin(TECHNICIAN_POLICY)
        .on(TECHNICIAN_POLICY.TENANT_ID.eq(TECHNICIAN.TENANT_ID))
        .and(TECHNICIAN_POLICY.TECHNICIAN_ID.eq(TECHNICIAN.ID))
        .where(TECHNICIAN.TENANT_ID.eq(CurrentTenant.ID))
        .and(which);
  }

  private static Condition isAble() {
    return condition(TECHNICIAN.ACTIVE)
        .and("{0} @> {1}::text[]", TECHNICIAN.SKILLS, SKILLS)
        .andNotExists(
            selectOne()
                .from(SERVICE_TYPE)
                .where(SERVICE_TYPE.TENANT_ID.eq(CurrentTenant.ID))
                .and(SERVICE_TYPE.ID.eq(any(SERVICE_TYPES)))
                .andNot(condition("{0} @> {1}", TECHNICIAN.SKILLS, SERVICE_TYPE.REQUIRED_SKILLS)));
  }

  private static Select<?> absences() {
    return select(
            IS_TIME_OFF,
            TIME_OFF.TECHNICIAN_ID,
            TIME_OFF.ID,
            TIME_OFF.START_TIME,
            TIME_OFF.END_TIME)
        .from(TIME_OFF)
        .where(TIME_OFF.TENANT_ID.eq(CurrentTenant.ID))
        .and(TIME_OFF.TECHNICIAN_ID.eq(any(TECHNICIANS)))
        .and(TIME_OFF.END_TIME.gt(ABSENT_FROM))
        .and(TIME_OFF.START_TIME.lt(ABSENT_TO))
        .unionAll(
            select(
                    inline(false),
                    BUSY_BLOCK.TECHNICIAN_ID,
                    BUSY_BLOCK.ID,
                    BUSY_BLOCK.START_TIME,
                    BUSY_BLOCK.END_TIME)
                .from(BUSY_BLOCK)
                .where(BUSY_BLOCK.TENANT_ID.eq(CurrentTenant.ID))
                .and(BUSY_BLOCK.TECHNICIAN_ID.eq(any(TECHNICIANS)))
                .and(BUSY_BLOCK.END_TIME.gt(ABSENT_FROM))
                .and(BUSY_BLOCK.START_TIME.lt(ABSENT_TO)));
  }

  private static NamedSql visitsOfEach(List<Field<?>> columns) {
    return new NamedSql(
        oneByOne(columns, TECHNICIANS, APPOINTMENT.TECHNICIAN_ID, COUNTED)
            .unionAll(
                oneByOne(
                    columns, CUSTOMERS, APPOINTMENT.CUSTOMER_ID, condition(APPOINTMENT.HOLDS))),
        columns);
  }

  /**
   * The planner takes a list of ids for short, and would compare each visit of the tenant with each
   * of hundreds; or read all visits of the window where the list is empty. It cannot turn a part
   * with an offset inside out.
   */
  private static Select<Record> oneByOne(
      List<Field<?>> columns, Param<UUID[]> ids, Field<UUID> owner, Condition which) {
    var asked = unnest(ids).as("asked", "id");
    var theirs =
        visits(columns, owner.eq(asked.field("id", UUID.class)).and(which))
            .offset(inline(0))
            .asTable("theirs");
    return select(theirs.fields()).from(asked).crossJoin(lateral(theirs));
  }

  private static SelectConditionStep<Record> visits(List<Field<?>> columns, Condition whose) {
    return select(columns)
        .from(APPOINTMENT)
        .where(APPOINTMENT.TENANT_ID.eq(CurrentTenant.ID))
        .and(whose)
        .and(APPOINTMENT.START_TIME.ge(EARLIEST))
        .and(APPOINTMENT.START_TIME.lt(LATEST))
        .and(APPOINTMENT.OCCUPIED_END.gt(FROM))
        .and(APPOINTMENT.OCCUPIED_START.lt(TO));
  }
}
