package org.supportcenter.domain.schedule;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.supportcenter.domain.policy.EffectivePolicy;
import org.supportcenter.domain.time.LocalHours;

/**
 * What is known of one technician around the time in question.
 *
 * @param zone whose clock hours, days and limits are read by
 * @param policy resolved for the service type that is booked
 * @param dateOverrides hours that replace a date's weekly ones; an empty list closes the day
 * @param timeOff approved time off; more than what is near does no harm
 * @param closures the tenant's closures, likewise
 * @param busy imported busy blocks, likewise
 */
public record TechnicianFacts(
    UUID id,
    ZoneId zone,
    boolean active,
    Set<String> skills,
    EffectivePolicy policy,
    Map<LocalDate, List<LocalHours>> dateOverrides,
    List<TimeOff> timeOff,
    List<Closure> closures,
    List<BusyBlock> busy) {

  public TechnicianFacts {
    skills = Set.copyOf(skills);
    dateOverrides = Map.copyOf(dateOverrides);
    timeOff = List.copyOf(timeOff);
    closures = List.copyOf(closures);
    busy = List.copyOf(busy);
  }

  /** The same technician under the policy of another service type. */
  public TechnicianFacts with(EffectivePolicy other) {
    return new TechnicianFacts(
        id, zone, active, skills, other, dateOverrides, timeOff, closures, busy);
  }

  /** The technician's working hours as instants. */
  public WorkingHours workingHours() {
    return new WorkingHours(zone, policy.weeklyHours(), dateOverrides);
  }
}
