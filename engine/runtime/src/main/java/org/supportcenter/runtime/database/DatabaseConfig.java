package org.supportcenter.runtime.database;

import java.time.Duration;

/**
 * How to reach a database.
 *
 * @param jdbcUrl {@code jdbc:postgresql://...}, without credentials
 * @param user the service role: neither owner nor superuser, so that row-level security holds
 * @param poolSize most connections at a time
 * @param borrowTimeout how long a call waits for a free connection before it answers that the
 *     database is unavailable; at least 250 ms
 */
public record DatabaseConfig(
    String jdbcUrl, String user, String password, int poolSize, Duration borrowTimeout) {

  /** How long a call waits for a connection unless told otherwise. */
  public static final Duration DEFAULT_BORROW_TIMEOUT = Duration.ofSeconds(2);

  @Override
  public String toString() {
    return "DatabaseConfig[%s, user %s, %d connections]".formatted(jdbcUrl, user, poolSize);
  }
}
