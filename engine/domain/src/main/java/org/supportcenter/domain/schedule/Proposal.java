package org.supportcenter.domain.schedule;

import java.util.Set;
import java.util.UUID;

/** A visit that is judged: the rules ask whether it may stand where it is. */
public interface Proposal extends Visit {

  /** The technician, with the policy this visit is judged under. */
  TechnicianFacts technician();

  /** The visit's own needed skills united with its service type's. */
  Set<String> requiredSkills();

  /** Whether the start is new, so that past, notice and booking window are judged. */
  boolean startIsNew();

  @Override
  default UUID technicianId() {
    return technician().id();
  }

  @Override
  default Occupancy occupancy() {
    return Occupancy.APPOINTMENT;
  }
}
