package org.supportcenter.domain.rule;

import java.util.List;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Proposal;
import org.supportcenter.domain.schedule.Visit;

/** A rule about how many visits there are in the group of the one that is judged. */
public non-sealed interface GroupRule extends Rule {

  /** What visits of one group share at least. */
  Bond bond();

  /** Whether the other visit is in the group of the judged one; asked of the judged one, it is. */
  boolean grouped(Proposal visit, Visit other);

  /**
   * By how much the visit breaks the rule; zero when it keeps it.
   *
   * @param size the visits in the group, the judged one included
   */
  long broken(Proposal visit, int size);

  /** The words for a visit that breaks the rule in a group of the size. */
  Violation explain(Proposal visit, int size);

  /** Marks every start at which the visit would break the rule among the others. */
  void forbid(Enquiry enquiry, List<? extends Visit> others, ForbiddenStarts starts);
}
