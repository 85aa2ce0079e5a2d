package org.supportcenter.domain.rule;

import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Proposal;
import org.supportcenter.domain.schedule.Visit;

/** A rule about two visits, asked from the side of the one that is judged. */
public non-sealed interface PairRule extends Rule {

  /** What two visits must share for the rule to concern them at all. */
  Bond bond();

  /**
   * By how much the visit breaks the rule towards the other; zero when it keeps it or when the two
   * have nothing to do with each other.
   */
  long broken(Proposal visit, Visit other);

  /** The words for a visit that breaks the rule towards the other. */
  Violation explain(Proposal visit, Visit other);

  /** Marks every start at which the visit would break the rule towards the other. */
  void forbid(Enquiry enquiry, Visit other, ForbiddenStarts starts);
}
