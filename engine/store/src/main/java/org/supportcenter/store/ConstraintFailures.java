package org.supportcenter.store;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.rule.Reason;
import org.supportcenter.runtime.database.SqlFailure;

/** What the constraints of our tables refuse, in the words of the rules. */
final class ConstraintFailures {

  private static final String EXCLUSION_VIOLATION = "23P01";

  private ConstraintFailures() {}

  /**
   * The rule that an exclusion constraint found broken, or null if the failure is another one.
   * Under the locks of {@link Locks} the rules find it first; this is for what they did not see.
   */
  static @Nullable Reason brokenRule(RuntimeException failure) {
    if (!is(failure, EXCLUSION_VIOLATION)) {
      return null;
    }
    return switch (constraint(failure)) {
      case "appointment_overlap" -> Reason.OVERLAPS_APPOINTMENT;
      case "appointment_buffer" -> Reason.BUFFER_TOO_SHORT;
      default -> null;
    };
  }

  /** Name of the constraint that was violated; empty if none was. */
  static String constraint(RuntimeException failure) {
    if (SqlFailure.sqlException(failure) instanceof PSQLException violation
        && violation.getServerErrorMessage() != null
        && violation.getServerErrorMessage().getConstraint() != null) {
      return violation.getServerErrorMessage().getConstraint();
    }
    return "";
  }

  /** The refusal that a violated exclusion constraint means, or null. */
  static @Nullable Refusal refusal(RuntimeException failure) {
    var reason = brokenRule(failure);
    return reason == null ? null : new Refusal.ConstraintBroken(reason);
  }

  private static boolean is(RuntimeException failure, String state) {
    var cause = SqlFailure.sqlException(failure);
    return cause != null && state.equals(cause.getSQLState());
  }
}
