package org.supportcenter.store.plan;

import static org.supportcenter.schema.jooq.Tables.APPOINTMENT;
import static org.supportcenter.schema.jooq.Tables.TECHNICIAN;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.policy.Limits;
import org.supportcenter.domain.time.Span;
import org.supportcenter.domain.travel.Point;
import org.supportcenter.store.CurrentTenant;
import org.supportcenter.store.Tx;
import org.supportcenter.store.appointment.AppointmentRows;
import org.supportcenter.store.hold.HoldStore;

/** Reads what plans look at besides the facts of bookings: places. */
public final class PlanFactsStore {

  /** Active technicians, by name; no more than so many. */
  public List<UUID> active(Tx tx, int most) {
    return tx.sql()
        .select(TECHNICIAN.ID)
        .from(TECHNICIAN)
        .where(TECHNICIAN.TENANT_ID.eq(CurrentTenant.ID))
        .and(TECHNICIAN.ACTIVE)
        .orderBy(TECHNICIAN.DISPLAY_NAME, TECHNICIAN.ID)
        .limit(most)
        .fetch(TECHNICIAN.ID);
  }

  /** Where the technicians live, as far as that is known. */
  public Map<UUID, Point> homes(Tx tx, Collection<UUID> technicians) {
    var homes = new HashMap<UUID, Point>();
    tx.sql()
        .select(TECHNICIAN.ID, TECHNICIAN.HOME_LATITUDE, TECHNICIAN.HOME_LONGITUDE)
        .from(TECHNICIAN)
        .where(TECHNICIAN.TENANT_ID.eq(CurrentTenant.ID))
        .and(TECHNICIAN.ID.in(technicians))
        .and(TECHNICIAN.HOME_LATITUDE.isNotNull())
        .and(TECHNICIAN.HOME_LONGITUDE.isNotNull())
        .forEach(row -> homes.put(row.value1(), new Point(row.value2(), row.value3())));
    return homes;
  }

  /** The appointments of the technicians that hold time in the span, by start. */
  public List<Appointment> holding(Tx tx, Collection<UUID> technicians, Span span) {
    return tx.sql()
        .selectFrom(APPOINTMENT)
        .where(APPOINTMENT.TENANT_ID.eq(CurrentTenant.ID))
        .and(APPOINTMENT.TECHNICIAN_ID.in(technicians))
        .and(APPOINTMENT.HOLDS)
        .and(HoldStore.IS_NONE)
        .and(APPOINTMENT.START_TIME.gt(span.start().minus(Limits.VISIT_DURATION.max())))
        .and(APPOINTMENT.START_TIME.lt(span.end()))
        .and(APPOINTMENT.END_TIME.gt(span.start()))
        .orderBy(APPOINTMENT.START_TIME, APPOINTMENT.ID)
        .fetch(AppointmentRows::read);
  }
}
