package org.supportcenter.runtime.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Whether a database is one that the engine can and may work with. */
public final class Readiness {

  private static final String QUESTION =
      """
      SELECT to_regclass('appointment') IS NOT NULL, rolsuper OR rolbypassrls, current_user
      FROM pg_roles WHERE rolname = current_user
      """;

  private Readiness() {}

  /** What is wrong, in one sentence; null if nothing is. */
  public static @Nullable String problem(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var answer = statement.executeQuery(QUESTION)) {
      answer.next();
      if (!answer.getBoolean(1)) {
        return "The database has no schema yet: run the migrate command first.";
      }
      if (answer.getBoolean(2)) {
        return "The role %s bypasses row-level security: connect as one that is neither superuser"
                .formatted(answer.getString(3))
            + " nor BYPASSRLS.";
      }
      return null;
    } finally {
      connection.rollback();
    }
  }
}
