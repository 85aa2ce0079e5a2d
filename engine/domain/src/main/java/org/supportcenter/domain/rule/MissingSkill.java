package org.supportcenter.domain.rule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Proposal;
import org.supportcenter.domain.schedule.TechnicianFacts;

/** The technician has every skill the visit needs. */
final class MissingSkill implements SoloRule {

  @Override
  public Reason reason() {
    return Reason.MISSING_SKILL;
  }

  @Override
  public long broken(Proposal visit, Instant now) {
    return missing(visit.requiredSkills(), visit.technician()).size();
  }

  @Override
  public Violation explain(Proposal visit, Instant now) {
    var missing = missing(visit.requiredSkills(), visit.technician());
    return Violation.ofTechnician(
        reason(),
        visit,
        "The technician lacks %s: %s."
            .formatted(Words.count(missing.size(), "needed skill"), String.join(", ", missing)),
        Map.of(
            "missingSkills", String.join(",", missing),
            "missing", Integer.toString(missing.size()),
            "required", Integer.toString(visit.requiredSkills().size())));
  }

  @Override
  public void forbid(Enquiry enquiry, Instant now, ForbiddenStarts starts) {
    if (!missing(enquiry.requiredSkills(), enquiry.technician()).isEmpty()) {
      starts.all();
    }
  }

  private static List<String> missing(Set<String> required, TechnicianFacts technician) {
    return required.stream()
        .filter(skill -> !technician.skills().contains(skill))
        .sorted()
        .toList();
  }
}
