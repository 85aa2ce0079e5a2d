package org.supportcenter.store.booking;

import static org.supportcenter.schema.jooq.Tables.CLOSURE;
import static org.supportcenter.schema.jooq.Tables.DATE_OVERRIDE;
import static org.supportcenter.schema.jooq.Tables.SERVICE_TYPE;
import static org.supportcenter.schema.jooq.Tables.TECHNICIAN;
import static org.supportcenter.schema.jooq.Tables.TIME_OFF;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Record;
import org.supportcenter.domain.policy.Policy;
import org.supportcenter.domain.policy.ServiceTypeRules;
import org.supportcenter.domain.schedule.BusyBlock;
import org.supportcenter.domain.schedule.Closure;
import org.supportcenter.domain.schedule.TimeOff;
import org.supportcenter.domain.time.LocalHours;
import org.supportcenter.domain.time.Span;
import org.supportcenter.store.Seconds;
import org.supportcenter.store.Tx;
import org.supportcenter.store.policy.HoursText;
import org.supportcenter.store.policy.PolicyColumns;

/** Reads a setup once. */
final class SetupReading {

  private final SetupRequest request;
  private final Map<UUID, TechnicianRow> technicians = new LinkedHashMap<>();
  private final Map<UUID, ServiceTypeRules> serviceTypes = new HashMap<>();
  private final Map<UUID, Map<LocalDate, List<LocalHours>>> overrides = new HashMap<>();
  private final Map<UUID, List<TimeOff>> timeOff = new HashMap<>();
  private final Map<UUID, List<BusyBlock>> busy = new HashMap<>();
  private final List<Closure> closures = new ArrayList<>();
  private Policy tenantPolicy = Policy.INHERITED;

  SetupReading(SetupRequest request) {
    this.request = request;
  }

  /**
   * Asks for it; what was asked before goes along. Who is able is found out at once, which is a
   * round trip of its own.
   *
   * @return who is asked about: the able, or the named, whether they exist or not
   */
  Set<UUID> ask(Tx tx, Pipeline pipeline) {
    var able = request.able();
    var values = new HashMap<String, Object>();
    values.put("skills", (able == null ? Set.<String>of() : able).toArray(String[]::new));
    values.put("serviceTypes", request.serviceTypes().toArray(UUID[]::new));
    values.put("technicians", request.technicians().toArray(UUID[]::new));
    values.put("firstDate", request.firstDate());
    values.put("lastDate", request.lastDate());
    values.put("absentFrom", request.span().start());
    values.put("absentTo", request.span().end());
    pipeline
        .ask(
            FactQueries.OF_TENANT_POLICY,
            values,
            row -> tenantPolicy = PolicyColumns.TENANT.read(row))
        .ask(
            able == null ? FactQueries.OF_TECHNICIANS : FactQueries.OF_ABLE_TECHNICIANS,
            values,
            row -> technicians.put(row.get(TECHNICIAN.ID), TechnicianRow.of(row)));
    var asked = request.technicians();
    if (able != null) {
      pipeline.send(tx);
      asked = Set.copyOf(technicians.keySet());
    }
    var theirs = new HashMap<>(values);
    theirs.put("technicians", asked.toArray(UUID[]::new));
    pipeline
        .ask(FactQueries.OF_ABSENCES, theirs, this::addAbsence)
        .ask(FactQueries.OF_CLOSURES, theirs, row -> closures.add(closure(row)))
        .ask(FactQueries.OF_DATE_OVERRIDES, theirs, this::addDateOverride);
    if (!request.serviceTypes().isEmpty()) {
      pipeline.ask(
          FactQueries.OF_SERVICE_TYPES,
          theirs,
          row -> serviceTypes.put(row.get(SERVICE_TYPE.ID), serviceType(row)));
    }
    return asked;
  }

  /** What was read, as soon as what was asked is answered. */
  Setup setup() {
    return new Setup(tenantPolicy, technicians, serviceTypes, overrides, timeOff, closures, busy);
  }

  private void addAbsence(Record row) {
    var technician = row.get(TIME_OFF.TECHNICIAN_ID);
    var id = row.get(TIME_OFF.ID);
    var span = new Span(row.get(TIME_OFF.START_TIME), row.get(TIME_OFF.END_TIME));
    if (row.get(FactQueries.IS_TIME_OFF)) {
      timeOff.computeIfAbsent(technician, _ -> new ArrayList<>()).add(new TimeOff(id, span));
    } else {
      busy.computeIfAbsent(technician, _ -> new ArrayList<>()).add(new BusyBlock(id, span));
    }
  }

  private void addDateOverride(Record row) {
    overrides
        .computeIfAbsent(row.get(DATE_OVERRIDE.TECHNICIAN_ID), _ -> new HashMap<>())
        .put(row.get(DATE_OVERRIDE.DATE), HoursText.readDay(row.get(DATE_OVERRIDE.HOURS)));
  }

  private static Closure closure(Record row) {
    return new Closure(
        row.get(CLOSURE.ID),
        row.get(CLOSURE.START_DATE),
        row.get(CLOSURE.END_DATE),
        row.get(CLOSURE.LABEL));
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
