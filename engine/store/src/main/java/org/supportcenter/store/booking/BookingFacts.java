package org.supportcenter.store.booking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.policy.Policy;
import org.supportcenter.domain.policy.PolicyResolver;
import org.supportcenter.domain.policy.ServiceTypeRules;
import org.supportcenter.domain.schedule.BookedVisit;
import org.supportcenter.domain.schedule.BusyBlock;
import org.supportcenter.domain.schedule.Closure;
import org.supportcenter.domain.schedule.TechnicianFacts;
import org.supportcenter.domain.schedule.TimeOff;
import org.supportcenter.domain.time.LocalHours;

/** What was found for a {@link FactsRequest}. */
public final class BookingFacts {

  final Map<UUID, TechnicianRow> technicians = new LinkedHashMap<>();
  final Map<UUID, ServiceTypeRules> serviceTypes = new HashMap<>();
  final Set<UUID> customers = new HashSet<>();
  final Map<UUID, List<TimeOff>> timeOff = new HashMap<>();
  final Map<UUID, List<BusyBlock>> busy = new HashMap<>();
  final Map<UUID, Map<LocalDate, List<LocalHours>>> overrides = new HashMap<>();
  final List<Closure> closures = new ArrayList<>();
  final Map<UUID, BookedVisit> visits = new LinkedHashMap<>();
  final Set<UUID> expiredHolds = new HashSet<>();

  /** Inherits everything until it is known to be stored. */
  Policy tenantPolicy = Policy.INHERITED;

  long dataVersion;

  BookingFacts() {}

  /**
   * As of when a search found the facts: every transaction of the database whose number is below it
   * had ended.
   */
  public long dataVersion() {
    return dataVersion;
  }

  /** The technicians that were found. */
  public Set<UUID> technicians() {
    return Collections.unmodifiableSet(technicians.keySet());
  }

  /** Whether there is such a customer. */
  public boolean hasCustomer(UUID id) {
    return customers.contains(id);
  }

  /** What the service type asks for; null when there is none of that id. */
  public @Nullable ServiceTypeRules serviceType(@Nullable UUID id) {
    return id == null ? ServiceTypeRules.NONE : serviceTypes.get(id);
  }

  /**
   * The technician under the policy for the service type; null when there is none of that id.
   *
   * @param serviceType what the visit is booked as
   */
  public @Nullable TechnicianFacts technician(UUID id, ServiceTypeRules serviceType) {
    var row = technicians.get(id);
    return row == null
        ? null
        : new TechnicianFacts(
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

  /**
   * The technician under other policies; null when there is none of that id.
   *
   * @param serviceType what the visit is booked as
   * @param own makes the technician's policy of what it is
   * @param tenant makes the tenant's
   */
  public @Nullable TechnicianFacts technician(
      UUID id,
      ServiceTypeRules serviceType,
      UnaryOperator<Policy> own,
      UnaryOperator<Policy> tenant) {
    var row = technicians.get(id);
    var now = technician(id, serviceType);
    return row == null || now == null
        ? null
        : now.with(
            PolicyResolver.resolve(
                tenant.apply(tenantPolicy), own.apply(row.ownPolicy()), serviceType));
  }

  /** Visits of the technicians and customers in the window, each once. */
  public List<BookedVisit> booked() {
    return List.copyOf(visits.values());
  }
}
