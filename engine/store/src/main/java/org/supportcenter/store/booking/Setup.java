package org.supportcenter.store.booking;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.supportcenter.domain.policy.Policy;
import org.supportcenter.domain.policy.ServiceTypeRules;
import org.supportcenter.domain.schedule.BusyBlock;
import org.supportcenter.domain.schedule.Closure;
import org.supportcenter.domain.schedule.TimeOff;
import org.supportcenter.domain.time.LocalHours;

/** What visits are judged by beside other visits. It changes seldom. */
record Setup(
    Policy tenantPolicy,
    Map<UUID, TechnicianRow> technicians,
    Map<UUID, ServiceTypeRules> serviceTypes,
    Map<UUID, Map<LocalDate, List<LocalHours>>> overrides,
    Map<UUID, List<TimeOff>> timeOff,
    List<Closure> closures,
    Map<UUID, List<BusyBlock>> busy) {

  /** Of nobody. A policy inherits everything until it is known to be stored. */
  static final Setup NONE =
      new Setup(Policy.INHERITED, Map.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of());

  Setup {
    technicians = Collections.unmodifiableMap(new LinkedHashMap<>(technicians));
    serviceTypes = Map.copyOf(serviceTypes);
    overrides = Map.copyOf(overrides);
    timeOff = Map.copyOf(timeOff);
    closures = List.copyOf(closures);
    busy = Map.copyOf(busy);
  }
}
