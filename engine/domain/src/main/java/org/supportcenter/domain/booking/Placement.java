package org.supportcenter.domain.booking;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.policy.ServiceTypeRules;
import org.supportcenter.domain.schedule.TechnicianFacts;

/**
 * One visit that is to be put somewhere.
 *
 * @param current as it is stored, or null for a new one
 * @param technician the wished one, with the policy resolved for the wished service type
 * @param serviceType what the wished service type asks for, or {@link ServiceTypeRules#NONE}
 */
public record Placement(
    @Nullable Appointment current,
    Wish wish,
    WaiverRequest waive,
    TechnicianFacts technician,
    ServiceTypeRules serviceType) {

  /** The visit as it is stored. */
  Appointment stored() {
    if (current == null) {
      throw new IllegalStateException("A new visit is not stored yet");
    }
    return current;
  }

  Set<String> skills() {
    var skills = new HashSet<>(wish.requiredSkills());
    skills.addAll(serviceType.requiredSkills());
    return skills;
  }
}
