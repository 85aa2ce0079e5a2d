package org.supportcenter.store.booking;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.policy.Policy;
import org.supportcenter.domain.policy.PolicyResolver;
import org.supportcenter.domain.policy.ServiceTypeRules;
import org.supportcenter.domain.schedule.BusyBlock;
import org.supportcenter.domain.schedule.Closure;
import org.supportcenter.domain.schedule.TechnicianFacts;
import org.supportcenter.domain.schedule.TimeOff;
import org.supportcenter.domain.time.LocalHours;
import org.supportcenter.domain.travel.Point;

/**
 * What visits are judged by beside other visits. It changes seldom, so what a technician's policy
 * comes to is worked out once. Thread-safe.
 */
final class Setup {

  private final Policy tenantPolicy;
  private final Map<UUID, TechnicianRow> technicians;
  private final Set<ZoneId> zones;
  private final Map<UUID, Point> homes;
  private final Map<UUID, ServiceTypeRules> serviceTypes;
  private final Map<UUID, Map<LocalDate, List<LocalHours>>> overrides;
  private final Map<UUID, List<TimeOff>> timeOff;
  private final List<Closure> closures;
  private final Map<UUID, List<BusyBlock>> busy;
  private volatile @Nullable Duration longestBuffer;
  private final Map<ServiceTypeRules, Map<UUID, TechnicianFacts>> facts = new ConcurrentHashMap<>();

  /** Of copies of these. */
  Setup(
      Policy tenantPolicy,
      Map<UUID, TechnicianRow> technicians,
      Map<UUID, ServiceTypeRules> serviceTypes,
      Map<UUID, Map<LocalDate, List<LocalHours>>> overrides,
      Map<UUID, List<TimeOff>> timeOff,
      List<Closure> closures,
      Map<UUID, List<BusyBlock>> busy) {
    this.tenantPolicy = tenantPolicy;
    this.technicians = Collections.unmodifiableMap(new LinkedHashMap<>(technicians));
    this.zones =
        technicians.values().stream().map(TechnicianRow::zone).collect(toUnmodifiableSet());
    this.homes = homes(technicians);
    this.serviceTypes = Map.copyOf(serviceTypes);
    this.overrides = copy(overrides, Map::copyOf);
    this.timeOff = copy(timeOff, List::copyOf);
    this.closures = List.copyOf(closures);
    this.busy = copy(busy, List::copyOf);
  }

  /** The technicians there are of those that were asked for. */
  Set<UUID> technicians() {
    return technicians.keySet();
  }

  /** Whose clocks they live by. */
  Set<ZoneId> zones() {
    return zones;
  }

  /** The longest buffer that a new visit with one of them has, of whatever service type. */
  Duration longestBuffer() {
    var known = longestBuffer;
    if (known == null) {
      known = findLongestBuffer();
      longestBuffer = known;
    }
    return known;
  }

  private Duration findLongestBuffer() {
    return Stream.concat(Stream.of(ServiceTypeRules.NONE), serviceTypes.values().stream())
        .flatMap(
            kind ->
                technicians.values().stream()
                    .map(row -> PolicyResolver.resolve(tenantPolicy, row.ownPolicy(), kind)))
        .flatMap(policy -> Stream.of(policy.bufferBefore(), policy.bufferAfter()))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** Where their days begin and end, as far as the coordinates of homes are known. */
  Map<UUID, Point> homes() {
    return homes;
  }

  /** What a service type asks for; null when there is none of that id. */
  @Nullable ServiceTypeRules serviceType(UUID id) {
    return serviceTypes.get(id);
  }

  /** A technician under the policy for a service type; null when there is none of that id. */
  @Nullable TechnicianFacts technician(UUID id, ServiceTypeRules serviceType) {
    var row = technicians.get(id);
    return row == null
        ? null
        : facts
            .computeIfAbsent(serviceType, _ -> new ConcurrentHashMap<>())
            .computeIfAbsent(id, _ -> technician(id, row, serviceType));
  }

  /**
   * A technician under other policies; null when there is none of that id.
   *
   * @param own makes the technician's policy of what it is
   * @param tenant makes the tenant's
   */
  @Nullable TechnicianFacts technician(
      UUID id,
      ServiceTypeRules serviceType,
      UnaryOperator<Policy> own,
      UnaryOperator<Policy> tenant) {
    var row = technicians.get(id);
    return row == null
        ? null
        : technician(id, row, serviceType)
            .with(
                PolicyResolver.resolve(
                    tenant.apply(tenantPolicy), own.apply(row.ownPolicy()), serviceType));
  }

  private TechnicianFacts technician(UUID id, TechnicianRow row, ServiceTypeRules serviceType) {
    return new TechnicianFacts(
        id,
        row.zone(),
        row.active(),
        row.skills(),
        PolicyResolver.resolve(tenantPolicy, row.ownPolicy(), serviceType),
        overrides.getOrDefault(id, Map.of()),
        timeOff.getOrDefault(id, List.of()),
        closures,
        busy.getOrDefault(id, List.of()));
  }

  private static Map<UUID, Point> homes(Map<UUID, TechnicianRow> technicians) {
    var homes = new HashMap<UUID, Point>();
    technicians.forEach(
        (id, row) -> {
          if (row.home() != null) {
            homes.put(id, row.home());
          }
        });
    return Map.copyOf(homes);
  }

  /** Copied through and through here, so that no search has to. */
  private static <V> Map<UUID, V> copy(Map<UUID, V> whole, UnaryOperator<V> each) {
    var copy = new HashMap<UUID, V>();
    whole.forEach((id, part) -> copy.put(id, each.apply(part)));
    return Collections.unmodifiableMap(copy);
  }
}
