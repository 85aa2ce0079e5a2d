package org.supportcenter.engine.testing;

import org.supportcenter.runtime.database.DatabaseConfig;
import org.supportcenter.store.Database;
import org.supportcenter.testkit.PostgresExtension;

/** Connections to the database of a test class, as an engine has them. */
public final class TestDatabases {
  private static final int CONNECTIONS = 8;

  private TestDatabases() {}

  /** A pool of its own, without a deadline; the caller closes it. */
  public static Database open(PostgresExtension postgres) {
    var config =
        new DatabaseConfig(
            postgres.jdbcUrl(),
            postgres.serviceRole(),
            postgres.password(),
            CONNECTIONS,
            DatabaseConfig.DEFAULT_BORROW_TIMEOUT);
    return Database.open(config, () -> null);
  }
}
