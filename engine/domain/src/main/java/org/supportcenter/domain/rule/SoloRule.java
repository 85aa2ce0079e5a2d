package org.supportcenter.domain.rule;

import java.time.Instant;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Proposal;

/** A rule about one visit and fixed facts. */
public non-sealed interface SoloRule extends Rule {

  /** By how much the visit breaks the rule; zero when it keeps it. */
  long broken(Proposal visit, Instant now);

  /** The words for a visit that breaks the rule: about the worst of what breaks it. */
  Violation explain(Proposal visit, Instant now);

  /** Marks every start at which the visit would break the rule. */
  void forbid(Enquiry enquiry, Instant now, ForbiddenStarts starts);
}
