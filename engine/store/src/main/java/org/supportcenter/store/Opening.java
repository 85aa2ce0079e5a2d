package org.supportcenter.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The first statement of every transaction: says in whose name it runs, how long a statement may
 * take, and takes the locks. The driver sends BEGIN along with it, so it costs one round trip in
 * all. Facts are read by later statements, whose snapshots are taken when the locks are held.
 *
 * @param setting the row-level security setting: app.tenant, app.credential or app.chore
 */
record Opening(String setting, String value, boolean readOnly, Locks locks) {

  private static final String SETTINGS =
      "SELECT set_config(?, ?, true), set_config('transaction_read_only', ?, true),"
          + " set_config('statement_timeout', ?, true)";

  /** An array is unnested in its order, so the locks are taken in it. */
  private static final String LOCKS =
      ", (SELECT count(pg_advisory_xact_lock(key)) FROM unnest(?) AS lock(key))";

  /**
   * Sends it.
   *
   * @param statementMillis most milliseconds for each later statement
   */
  void send(Connection connection, long statementMillis) throws SQLException {
    var keys = locks.keys();
    var sql = keys.length == 0 ? SETTINGS : SETTINGS + LOCKS;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, setting);
      statement.setString(2, value);
      statement.setString(3, readOnly ? "on" : "off");
      statement.setString(4, Long.toString(statementMillis));
      if (keys.length > 0) {
        statement.setObject(5, keys);
      }
      statement.execute();
    }
  }
}
