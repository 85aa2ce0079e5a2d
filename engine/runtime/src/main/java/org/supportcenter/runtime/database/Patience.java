package org.supportcenter.runtime.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a database that is down instead of failing. The pool opens connections on a thread of
 * its own and waits longer after each failure, up to seconds; with this it has a connection at most
 * a quarter of a second after the database is back. Calls do not wait here: they give up on the
 * pool after its timeout.
 */
final class Patience {

  private static final Logger log = LoggerFactory.getLogger(Patience.class);
  private static final Duration PAUSE = Duration.ofMillis(200);

  /** Long enough to bridge most outages, short enough that a closed pool's thread ends. */
  private static final int ATTEMPTS = 50;

  private Patience() {}

  /**
   * A connection, as soon as there is one.
   *
   * @throws SQLException if there is none for long, or the thread is interrupted
   */
  static Connection open(DataSource driver) throws SQLException {
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
}
