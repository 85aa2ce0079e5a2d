package org.supportcenter.runtime.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;

/**
 * Waits for a database that is down instead of failing. The pool opens connections on a thread of
 * its own and waits longer after each failure, up to seconds; with this it has a connection at most
 * a quarter of a second after the database is back. Calls do not wait here: they give up on the
 * pool after its timeout.
 */
final class PatientDataSource implements DataSource {

  private static final org.slf4j.Logger log = LoggerFactory.getLogger(PatientDataSource.class);
  private static final Duration PAUSE = Duration.ofMillis(200);

  /** Long enough to bridge most outages, short enough that a closed pool's thread ends. */
  private static final int ATTEMPTS = 50;

  private final DataSource driver;

  PatientDataSource(DataSource driver) {
    this.driver = driver;
  }

  @Override
  public Connection getConnection() throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return driver.getConnection();
      } catch (SQLException refused) {
        if (attempt == ATTEMPTS) {
          throw refused;
        }
        if (attempt == 1) {
          log.warn("The database refuses connections, trying again: {}", refused.getMessage());
        }
        pause(refused);
      }
    }
  }

  private static void pause(SQLException refused) throws SQLException {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      refused.addSuppressed(closing);
      throw refused;
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("The pool connects as one user");
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return driver.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    driver.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    driver.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return driver.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return driver.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return driver.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return driver.isWrapperFor(type);
  }
}
