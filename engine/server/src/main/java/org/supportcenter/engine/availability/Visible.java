package org.supportcenter.engine.availability;

import java.util.List;
import org.supportcenter.domain.rule.Reason;
import org.supportcenter.domain.rule.Violation;
import org.supportcenter.engine.call.Caller;

/** What callers may learn from a refusal. */
public final class Visible {

  private Visible() {}

  /**
   * The violations as the caller may see them: who acts for a technician does not learn of other
   * technicians' visits, which only customers lead to.
   */
  public static List<Violation> to(Caller caller, List<Violation> violations) {
    return caller.technician() == null
        ? violations
        : violations.stream()
            .map(
                violation ->
                    violation.reason() == Reason.CUSTOMER_OVERLAP
                        ? violation.redacted()
                        : violation)
            .toList();
  }
}
