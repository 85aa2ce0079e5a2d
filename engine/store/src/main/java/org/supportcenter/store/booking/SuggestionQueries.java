package org.supportcenter.store.booking;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
import static org.supportcenter.schema.jooq.Tables.APPOINTMENT;
import static org.supportcenter.schema.jooq.Tables.SERVICE_TYPE;
import static org.supportcenter.schema.jooq.Tables.SUGGESTION_SETTINGS;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.store.CurrentTenant;

/**
 * What suggestions ask beside the facts of a booking. Parameters: {@code lastTicket} and {@code
 * lastCustomer}, whose earlier visits are looked for.
 */
final class SuggestionQueries {

  /** Which of the earlier visits a row is. */
  enum Earlier {
    LAST_OF_TICKET,
    LAST_OF_CUSTOMER,
    LAST_WITH_COORDINATES
  }

  static final Field<String> WHICH = field(name("which"), String.class);

  static final Field<Integer> SHORTEST = min(SERVICE_TYPE.DURATION_SECONDS);

  static final NamedSql OF_SETTINGS =
      new NamedSql(
          select(SUGGESTION_SETTINGS.fields())
              .from(SUGGESTION_SETTINGS)
              .where(SUGGESTION_SETTINGS.TENANT_ID.eq(CurrentTenant.ID)));

  static final NamedSql OF_SHORTEST_SERVICE =
      new NamedSql(
          select(SHORTEST).from(SERVICE_TYPE).where(SERVICE_TYPE.TENANT_ID.eq(CurrentTenant.ID)));

  static final NamedSql OF_EARLIER_VISITS =
      new NamedSql(
          last(Earlier.LAST_OF_TICKET, isOfTicket().and(wasMade()))
              .unionAll(last(Earlier.LAST_OF_CUSTOMER, isOfCustomer().and(wasMade())))
              .unionAll(
                  last(
                      Earlier.LAST_WITH_COORDINATES,
                      isOfCustomer()
                          .and(stands())
                          .and(APPOINTMENT.LATITUDE.isNotNull())
                          .and(APPOINTMENT.LONGITUDE.isNotNull()))));

  private SuggestionQueries() {}

  private static Select<Record> last(Earlier which, Condition condition) {
    return select(
            List.of(
                inline(which.name()).as(WHICH),
                APPOINTMENT.TECHNICIAN_ID,
                APPOINTMENT.LATITUDE,
                APPOINTMENT.LONGITUDE))
        .from(APPOINTMENT)
        .where(APPOINTMENT.TENANT_ID.eq(CurrentTenant.ID))
        .and(condition)
        .orderBy(APPOINTMENT.START_TIME.desc(), APPOINTMENT.ID.desc())
        .limit(inline(1));
  }

  private static Condition isOfTicket() {
    return APPOINTMENT.TICKET_ID.eq(param("lastTicket", UUID.class));
  }

  private static Condition isOfCustomer() {
    return APPOINTMENT.CUSTOMER_ID.eq(param("lastCustomer", UUID.class));
  }

  private static Condition wasMade() {
    return isIn(AppointmentStatus.IN_PROGRESS, AppointmentStatus.COMPLETED);
  }

  private static Condition stands() {
    return isIn(
        AppointmentStatus.DRAFT,
        AppointmentStatus.CONFIRMED,
        AppointmentStatus.IN_PROGRESS,
        AppointmentStatus.COMPLETED);
  }

  private static Condition isIn(AppointmentStatus... statuses) {
    return APPOINTMENT.STATUS.in(Stream.of(statuses).map(status -> inline(status.name())).toList());
  }
}
