package org.supportcenter.runtime.database;

import java.sql.SQLException;
import java.util.Set;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL's error codes mean to whoever works with it; the codes are those of appendix A of
 * its manual.
 */
public enum SqlFailure {
  /** Try again from the start. */
  CONTENTION,
  /** The connection is gone; a new one may work. */
  CONNECTION,
  /** The database cannot work now: full disk, no memory, too many connections. */
  EXHAUSTED,
  /** A statement took too long. */
  TIMEOUT,
  /** None of these: a refusal by a constraint, or a fault of ours. */
  OTHER;

  private static final String FOREIGN_KEY_VIOLATION = "23503";
  private static final String QUERY_CANCELED = "57014";

  /**
   * Deadlocks, conflicts, locks that cannot be had; and a row that refers to one which was deleted
   * between reading and writing, so that a second look finds it missing.
   */
  private static final Set<String> CONTENTION_STATES =
      Set.of("40P01", "40001", "55P03", FOREIGN_KEY_VIOLATION);

  /** The server went away or is going, or had to let go of us. */
  private static final Set<String> SHUTDOWN_STATES = Set.of("57P01", "57P02", "57P03", "25P03");

  /** What kind of failure a transaction met. */
  public static SqlFailure of(Throwable failure) {
    var cause = sqlException(failure);
    var state = cause == null ? null : cause.getSQLState();
    if (state == null) {
      return OTHER;
    }
    if (CONTENTION_STATES.contains(state)) {
      return CONTENTION;
    }
    if (state.startsWith("08") || SHUTDOWN_STATES.contains(state)) {
      return CONNECTION;
    }
    if (state.startsWith("53")) {
      return EXHAUSTED;
    }
    return state.equals(QUERY_CANCELED) ? TIMEOUT : OTHER;
  }

  /** Whether a row was to refer to one that is not there. */
  public static boolean refersToNothing(Throwable failure) {
    var cause = sqlException(failure);
    return cause != null && FOREIGN_KEY_VIOLATION.equals(cause.getSQLState());
  }

  /** The driver's exception, by itself or within jOOQ's; null if there is none. */
  public static @Nullable SQLException sqlException(Throwable failure) {
    return switch (failure) {
      case SQLException own -> own;
      case DataAccessException wrapped -> wrapped.getCause(SQLException.class);
      default -> null;
    };
  }
}
