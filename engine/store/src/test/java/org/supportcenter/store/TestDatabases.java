package org.supportcenter.store;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supportcenter.runtime.database.DatabaseConfig;
import org.supportcenter.testkit.PostgresExtension;

/** Connections to the database of a test class, as the engine has them. */
public final class TestDatabases {
  private static final int CONNECTIONS = 6;

  private TestDatabases() {}

  /** A pool of its own, without a deadline; the caller closes it. */
  public static Database open(PostgresExtension postgres) {
    return open(postgres, postgres.jdbcUrl(), DatabaseConfig.DEFAULT_BORROW_TIMEOUT);
  }

  /** The same through another address, and with as much patience. */
  static Database open(PostgresExtension postgres, String jdbcUrl, Duration borrowTimeout) {
    var config =
        new DatabaseConfig(
            jdbcUrl, postgres.serviceRole(), postgres.password(), CONNECTIONS, borrowTimeout);
    return Database.open(config, () -> null);
  }

  /**
   * A single connection, so that whoever comes next meets what was left on it.
   *
   * @param timeLeft how long callers wait; null: for ever
   */
  static Database single(PostgresExtension postgres, Supplier<@Nullable Duration> timeLeft) {
    var config =
        new DatabaseConfig(
            postgres.jdbcUrl(),
            postgres.serviceRole(),
            postgres.password(),
            1,
            DatabaseConfig.DEFAULT_BORROW_TIMEOUT);
    return Database.open(config, timeLeft);
  }
}
