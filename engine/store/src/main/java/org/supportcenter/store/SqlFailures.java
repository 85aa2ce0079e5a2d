package org.supportcenter.store;

import java.sql.SQLException;
import java.util.Set;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.rule.Reason;

/** The one place that knows what PostgreSQL's error codes mean to us. */
final class SqlFailures {

  private static final String FOREIGN_KEY_VIOLATION = "23503";
  private static final String EXCLUSION_VIOLATION = "23P01";
  private static final String QUERY_CANCELED = "57014";

  /**
   * Deadlocks, conflicts, locks that cannot be had; and a row that refers to one which was deleted
   * between reading and writing, so that a second look finds it missing.
   */
  private static final Set<String> CONTENTION =
      Set.of("40P01", "40001", "55P03", FOREIGN_KEY_VIOLATION);

  /** The server went away or is going, or had to let go of us. */
  private static final Set<String> SHUTDOWN = Set.of("57P01", "57P02", "57P03", "25P03");

  private SqlFailures() {}

  /** What kind of failure a transaction met. */
  enum Kind {
    /** Try again from the start. */
    CONTENTION,
    /** The connection is gone; a new one may work. */
    CONNECTION,
    /** The database cannot work now: full disk, no memory, too many connections. */
    EXHAUSTED,
    /** A statement took too long. */
    TIMEOUT,
    /** None of these: a refusal by a constraint, or a fault of ours. */
    OTHER
  }

  static Kind kind(Throwable failure) {
    var cause = sqlException(failure);
    var state = cause == null ? null : cause.getSQLState();
    if (state == null) {
      return Kind.OTHER;
    }
    if (CONTENTION.contains(state)) {
      return Kind.CONTENTION;
    }
    if (state.startsWith("08") || SHUTDOWN.contains(state)) {
      return Kind.CONNECTION;
    }
    if (state.startsWith("53")) {
      return Kind.EXHAUSTED;
    }
    return state.equals(QUERY_CANCELED) ? Kind.TIMEOUT : Kind.OTHER;
  }

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
    if (sqlException(failure) instanceof PSQLException violation
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
    var cause = sqlException(failure);
    return cause != null && state.equals(cause.getSQLState());
  }

  private static @Nullable SQLException sqlException(Throwable failure) {
    return switch (failure) {
      case SQLException own -> own;
      case DataAccessException wrapped -> wrapped.getCause(SQLException.class);
      default -> null;
    };
  }
}
