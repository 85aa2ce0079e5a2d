package org.supportcenter.store.plan;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;
import static org.supportcenter.schema.jooq.Tables.SERVICE_TYPE;
import static org.supportcenter.schema.jooq.Tables.TECHNICIAN;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.travel.Point;
import org.supportcenter.store.CurrentTenant;
import org.supportcenter.store.Tx;

/** Reads what plans look at besides the facts of bookings: who is there, and where they live. */
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

  /**
   * Active technicians who come into question most for the visits: those who have them now, then
   * those with most of the skills that they need, by name; no more than so many.
   */
  public List<UUID> fittest(Tx tx, Collection<Appointment> visits, int most) {
    var holders = visits.stream().map(Appointment::technicianId).distinct().toArray(UUID[]::new);
    var skills = neededSkills(tx, visits).toArray(String[]::new);
    return tx.sql()
        .select(TECHNICIAN.ID)
        .from(TECHNICIAN)
        .where(TECHNICIAN.TENANT_ID.eq(CurrentTenant.ID))
        .and(TECHNICIAN.ACTIVE)
        .orderBy(
            TECHNICIAN.ID.eq(any(holders)).desc(),
            field(
                    "(SELECT count(*) FROM unnest({0}) AS own WHERE own = ANY ({1}::text[]))",
                    Integer.class, TECHNICIAN.SKILLS, val(skills))
                .desc(),
            TECHNICIAN.DISPLAY_NAME.asc(),
            TECHNICIAN.ID.asc())
        .limit(most)
        .fetch(TECHNICIAN.ID);
  }

  private static Set<String> neededSkills(Tx tx, Collection<Appointment> visits) {
    var skills = new HashSet<String>();
    var serviceTypes = new HashSet<UUID>();
    for (var visit : visits) {
      skills.addAll(visit.terms().requiredSkills());
      var serviceType = visit.terms().serviceTypeId();
      if (serviceType != null) {
        serviceTypes.add(serviceType);
      }
    }
    tx.sql()
        .select(SERVICE_TYPE.REQUIRED_SKILLS)
        .from(SERVICE_TYPE)
        .where(SERVICE_TYPE.TENANT_ID.eq(CurrentTenant.ID))
        .and(SERVICE_TYPE.ID.in(serviceTypes))
        .forEach(row -> skills.addAll(List.of(row.value1())));
    return skills;
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
}
