package org.supportcenter.engine.availability;

import java.util.List;
import org.supportcenter.domain.access.Scope;
import org.supportcenter.domain.rule.Reason;
import org.supportcenter.domain.rule.Subject;
import org.supportcenter.domain.rule.Violation;
import org.supportcenter.engine.call.Caller;

/** What callers may learn from a refusal. */
public final class Visible {

  private Visible() {}

  /**
   * The violations as the caller may see them: who may not read appointments does not learn which
   * one is in the way, and who acts for a technician learns nothing of other technicians' visits,
   * to which only customers lead.
   */
  public static List<Violation> to(Caller caller, List<Violation> violations) {
    return violations.stream()
        .map(violation -> mayKnow(caller, violation) ? violation : violation.redacted())
        .toList();
  }

  private static boolean mayKnow(Caller caller, Violation violation) {
    var conflict = violation.conflict();
    if (conflict == null || !isVisit(conflict.kind())) {
      return true;
    }
    return caller.scopes().contains(Scope.APPOINTMENTS_READ)
        && (caller.technician() == null || violation.reason() != Reason.CUSTOMER_OVERLAP);
  }

  private static boolean isVisit(Subject.Kind kind) {
    return switch (kind) {
      case APPOINTMENT, HOLD -> true;
      case TECHNICIAN, CUSTOMER, TIME_OFF, CLOSURE, BUSY_BLOCK -> false;
    };
  }
}
