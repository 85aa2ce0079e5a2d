package org.supportcenter.store.appointment;

import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.choose;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.supportcenter.schema.jooq.Tables.APPOINTMENT;
import static org.supportcenter.schema.jooq.Tables.CUSTOMER;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.domain.policy.Limits;
import org.supportcenter.domain.ticket.Priority;
import org.supportcenter.store.CurrentTenant;
import org.supportcenter.store.ReferenceNumbers;
import org.supportcenter.store.TextSearch;
import org.supportcenter.store.Tx;
import org.supportcenter.store.hold.HoldStore;
import org.supportcenter.store.page.Page;
import org.supportcenter.store.page.PageQuery;
import org.supportcenter.store.page.Sorting;

/** Finds and lists appointments. Each question is one statement. */
public final class AppointmentQueries {

  private static final Sorting SORTING =
      Sorting.endingWith(APPOINTMENT.ID, "startTime desc")
          .by("startTime", APPOINTMENT.START_TIME)
          .by("endTime", APPOINTMENT.END_TIME)
          .by("reference", ReferenceNumbers.APPOINTMENT.number(APPOINTMENT.REFERENCE))
          .by("status", rank(APPOINTMENT.STATUS, AppointmentStatus.values()))
          .by("priority", rank(APPOINTMENT.PRIORITY, Priority.values()))
          .by("createTime", APPOINTMENT.CREATE_TIME)
          .by("updateTime", APPOINTMENT.UPDATE_TIME);

  private static final List<Field<String>> TEXTS =
      List.of(APPOINTMENT.REFERENCE, APPOINTMENT.DESCRIPTION, APPOINTMENT.ADDRESS);

  /**
   * A page of the appointments that fit the filter.
   *
   * @throws org.supportcenter.domain.refusal.RefusedException if order or token cannot be read
   */
  public Page<Appointment> list(Tx tx, AppointmentFilter filter, PageQuery page) {
    return SORTING.page(
        tx.sql(),
        APPOINTMENT,
        List.of(APPOINTMENT.fields()),
        condition(filter),
        page,
        AppointmentRows::read);
  }

  private static Condition condition(AppointmentFilter filter) {
    var all = new ArrayList<Condition>();
    all.add(APPOINTMENT.TENANT_ID.eq(CurrentTenant.ID));
    all.add(HoldStore.IS_NONE);
    all.add(is(APPOINTMENT.TECHNICIAN_ID, filter.viewer()));
    all.add(is(APPOINTMENT.TECHNICIAN_ID, filter.technicianId()));
    all.add(is(APPOINTMENT.CUSTOMER_ID, filter.customerId()));
    all.add(is(APPOINTMENT.TICKET_ID, filter.ticketId()));
    all.add(is(APPOINTMENT.SERVICE_TYPE_ID, filter.serviceTypeId()));
    all.addAll(window(filter));
    if (!filter.statuses().isEmpty()) {
      all.add(APPOINTMENT.STATUS.in(names(filter.statuses())));
    }
    if (!filter.priorities().isEmpty()) {
      all.add(APPOINTMENT.PRIORITY.in(names(filter.priorities())));
    }
    all.add(TextSearch.matches(filter.words(), TEXTS, AppointmentQueries::customerCalled));
    return DSL.and(all);
  }

  /**
   * Spans that meet the window. As no visit is longer than the limit, its start is bounded on both
   * sides, which is what lets the indexes on the start be used.
   */
  private static List<Condition> window(AppointmentFilter filter) {
    var conditions = new ArrayList<Condition>();
    if (filter.until() != null) {
      conditions.add(APPOINTMENT.START_TIME.lt(filter.until()));
    }
    if (filter.from() != null) {
      conditions.add(APPOINTMENT.END_TIME.gt(filter.from()));
      conditions.add(APPOINTMENT.START_TIME.gt(filter.from().minus(Limits.VISIT_DURATION.max())));
    }
    return conditions;
  }

  /** Looks the customers up once, not for every row. */
  private static Condition customerCalled(String word) {
    return APPOINTMENT.CUSTOMER_ID.in(
        select(CUSTOMER.ID)
            .from(CUSTOMER)
            .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.ID))
            .and(TextSearch.matches(word, List.of(CUSTOMER.DISPLAY_NAME))));
  }

  private static Condition is(Field<UUID> column, @Nullable UUID id) {
    return id == null ? DSL.noCondition() : column.eq(id);
  }

  private static List<String> names(Collection<? extends Enum<?>> values) {
    return values.stream().<String>map(Enum::name).sorted().toList();
  }

  /** The place of the value among all of them. */
  private static Field<Integer> rank(Field<String> column, Enum<?>[] values) {
    return choose(column)
        .mapFields(
            IntStream.range(0, values.length)
                .boxed()
                .collect(toMap(place -> inline(values[place].name()), place -> inline(place))));
  }
}
