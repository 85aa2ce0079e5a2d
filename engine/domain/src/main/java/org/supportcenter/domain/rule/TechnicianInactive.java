package org.supportcenter.domain.rule;

import java.time.Instant;
import java.util.Map;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Proposal;

/** The technician is enabled. */
final class TechnicianInactive implements SoloRule {

  @Override
  public Reason reason() {
    return Reason.TECHNICIAN_INACTIVE;
  }

  @Override
  public long broken(Proposal visit, Instant now) {
    return visit.technician().active() ? 0 : 1;
  }

  @Override
  public Violation explain(Proposal visit, Instant now) {
    return Violation.ofTechnician(reason(), visit, reason().summary(), Map.of());
  }

  @Override
  public void forbid(Enquiry enquiry, Instant now, ForbiddenStarts starts) {
    if (!enquiry.technician().active()) {
      starts.all();
    }
  }
}
