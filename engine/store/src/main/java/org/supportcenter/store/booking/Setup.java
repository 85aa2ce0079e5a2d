package org.supportcenter.store.booking;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
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

  Setup {
    technicians = Collections.unmodifiableMap(new LinkedHashMap<>(technicians));
    serviceTypes = Map.copyOf(serviceTypes);
    overrides = copy(overrides, Map::copyOf);
    timeOff = copy(timeOff, List::copyOf);
    closures = List.copyOf(closures);
    busy = copy(busy, List::copyOf);
  }

  /** Copied through and through here, so that no search has to. */
  private static <V> Map<UUID, V> copy(Map<UUID, V> whole, UnaryOperator<V> each) {
    var copy = new HashMap<UUID, V>();
    whole.forEach((id, part) -> copy.put(id, each.apply(part)));
    return Collections.unmodifiableMap(copy);
  }
}
