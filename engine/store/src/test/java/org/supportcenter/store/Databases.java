package org.supportcenter.store;

import java.time.Duration;
import org.supportcenter.testkit.PostgresExtension;

/** Opens databases as the engine does. */
public final class Databases {

  private Databases() {}

  /** With the defaults. */
  public static Database open(PostgresExtension postgres) {
    return open(postgres, postgres.jdbcUrl(), DatabaseConfig.DEFAULT_BORROW_TIMEOUT);
  }

  static Database open(PostgresExtension postgres, String jdbcUrl, Duration borrowTimeout) {
    return Database.open(
        new DatabaseConfig(jdbcUrl, postgres.serviceRole(), postgres.password(), 4, borrowTimeout),
        () -> null);
  }
}
