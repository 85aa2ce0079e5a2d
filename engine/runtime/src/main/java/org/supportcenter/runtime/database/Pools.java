package org.supportcenter.runtime.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens connection pools. */
public final class Pools {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(30);

  /** A server that vanished without a word is noticed after this long. */
  private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(40);

  /**
   * Bounds on what no deadline bounds: waiting for a lock, and a transaction left open by a process
   * that hangs.
   */
  private static final String SESSION_LIMITS =
      "-c lock_timeout=5s -c idle_in_transaction_session_timeout=30s";

  /**
   * How long the pool may take to its first connection, which calls then find ready. Only a machine
   * that is very busy takes long: that the database answers was seen a moment before.
   */
  private static final Duration FIRST_CONNECTION = Duration.ofSeconds(30);

  private Pools() {}

  /**
   * Opens a pool.
   *
   * @throws DatabaseUnavailableException if the database cannot be reached now
   */
  public static HikariDataSource open(DatabaseConfig config) {
    var driver = driver(config);
    probe(driver, config);
    var settings = new HikariConfig();
    settings.setPoolName("support-center");
    settings.setDataSource(new DerivedDataSource(driver, Patience::open));
    settings.setMaximumPoolSize(config.poolSize());
    settings.setConnectionTimeout(config.borrowTimeout().toMillis());
    settings.setMaxLifetime(LONGEST_LIFE.toMillis());
    settings.setAutoCommit(false);
    settings.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    settings.setInitializationFailTimeout(FIRST_CONNECTION.toMillis());
    return new HikariDataSource(settings);
  }

  private static PGSimpleDataSource driver(DatabaseConfig config) {
    var driver = new PGSimpleDataSource();
    driver.setUrl(config.jdbcUrl());
    driver.setUser(config.user());
    driver.setPassword(config.password());
    driver.setApplicationName("support-center");
    driver.setConnectTimeout((int) CONNECT_TIMEOUT.toSeconds());
    driver.setSocketTimeout((int) SOCKET_TIMEOUT.toSeconds());
    driver.setTcpKeepAlive(true);
    driver.setLogServerErrorDetail(false); // whole rows, which messages would carry into logs
    driver.setReWriteBatchedInserts(true);
    var options = driver.getOptions();
    driver.setOptions(options == null ? SESSION_LIMITS : options + " " + SESSION_LIMITS);
    return driver;
  }

  /** Fails at once, and with the reason, where the pool would only say that it timed out. */
  private static void probe(PGSimpleDataSource driver, DatabaseConfig config) {
    try (var connection = driver.getConnection()) {
      connection.setReadOnly(true);
    } catch (SQLException refused) {
      throw new DatabaseUnavailableException(
          "Cannot connect to %s as %s: %s"
              .formatted(config.jdbcUrl(), config.user(), refused.getMessage()),
          refused);
    }
  }
}
