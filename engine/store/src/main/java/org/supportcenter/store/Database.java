package org.supportcenter.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.runtime.database.DatabaseConfig;
import org.supportcenter.runtime.database.DatabaseUnavailableException;
import org.supportcenter.runtime.database.DerivedDataSource;
import org.supportcenter.runtime.database.Jooq;
import org.supportcenter.runtime.database.PoolState;
import org.supportcenter.runtime.database.Pools;
import org.supportcenter.runtime.database.Readiness;
import org.supportcenter.runtime.database.SqlFailure;

/**
 * Transactions on one PostgreSQL database, READ COMMITTED, each in the name of one tenant.
 *
 * <p>Work that meets a deadlock is run again up to three times while its caller waits, work whose
 * connection broke before commit once. All methods throw {@link
 * org.supportcenter.domain.refusal.RefusedException} when a constraint refuses or others keep
 * getting in the way, {@link DatabaseUnavailableException}, {@link DeadlinePassedException}, and
 * what the work throws. Thread-safe; blocks.
 */
public final class Database implements AutoCloseable {

  private static final int CONTENTION_RETRIES = 3;
  private static final int CONNECTION_RETRIES = 1;
  private static final Duration LONGEST_BACKOFF = Duration.ofMillis(40);
  private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(20);

  private final HikariDataSource pool;
  private final Configuration configuration;
  private final Supplier<@Nullable Duration> timeLeft;

  private enum End {
    COMMIT,
    ROLLBACK
  }

  private Database(HikariDataSource pool, Supplier<@Nullable Duration> timeLeft) {
    this.pool = pool;
    this.configuration = Jooq.configuration();
    this.timeLeft = timeLeft;
  }

  /**
   * Opens a pool of connections.
   *
   * @param timeLeft how long the caller of the current thread still waits; null if for ever
   * @throws DatabaseUnavailableException if the database cannot be reached now
   */
  public static Database open(DatabaseConfig config, Supplier<@Nullable Duration> timeLeft) {
    return new Database(Pools.open(config), timeLeft);
  }

  /** Reads. A write in it fails. */
  public <T extends @Nullable Object> T read(UUID tenant, Work<T> work) {
    return run(tenant(tenant, true, Locks.NONE), End.COMMIT, work);
  }

  /** Reads and writes. */
  public <T extends @Nullable Object> T write(UUID tenant, Work<T> work) {
    return run(tenant(tenant, false, Locks.NONE), End.COMMIT, work);
  }

  /** Reads and writes under locks, which are held before the first statement of the work runs. */
  public <T extends @Nullable Object> T write(UUID tenant, Locks locks, Work<T> work) {
    return run(tenant(tenant, false, locks), End.COMMIT, work);
  }

  /** Does what {@link #write(UUID, Locks, Work)} does, answers the same, and undoes it. */
  public <T extends @Nullable Object> T rehearse(UUID tenant, Locks locks, Work<T> work) {
    return run(tenant(tenant, false, locks), End.ROLLBACK, work);
  }

  /**
   * Reads the secret with that hash before the tenant is known. The work sees that one row of
   * {@code api_key_secret} and nothing else.
   *
   * @param hash SHA-256 of the secret presented
   */
  public <T extends @Nullable Object> T recognise(byte[] hash, Work<T> work) {
    var presented = HexFormat.of().formatHex(hash);
    return run(new Opening("app.credential", presented, true, Locks.NONE), End.COMMIT, work);
  }

  /** Does a chore across tenants; the work sees the rows of that chore and nothing else. */
  public <T extends @Nullable Object> T chore(Chore chore, Work<T> work) {
    return run(new Opening("app.chore", chore.setting(), false, Locks.NONE), End.COMMIT, work);
  }

  /**
   * Connections for a library that does a chore by statements of its own; what they see is what the
   * chore may see. A connection serves one transaction.
   */
  public DataSource connections(Chore chore) {
    return new DerivedDataSource(pool, origin -> entered(origin, chore));
  }

  private static Connection entered(DataSource pool, Chore chore) throws SQLException {
    var connection = pool.getConnection();
    try (var statement = connection.prepareStatement("SELECT set_config('app.chore', ?, true)")) {
      statement.setString(1, chore.setting());
      statement.execute();
      return connection;
    } catch (SQLException broken) {
      connection.close();
      throw broken;
    }
  }

  /** What keeps us from working with this database, in one sentence; null if nothing does. */
  public @Nullable String problem() {
    try (var connection = pool.getConnection()) {
      return Readiness.problem(connection);
    } catch (SQLException unreachable) {
      return "The database cannot be reached: " + unreachable.getMessage();
    }
  }

  /** A look at the connection pool. */
  public PoolState pool() {
    var state = pool.getHikariPoolMXBean();
    return new PoolState(
        state.getActiveConnections(),
        state.getIdleConnections(),
        state.getThreadsAwaitingConnection(),
        pool.getMaximumPoolSize());
  }

  @Override
  public void close() {
    pool.close();
  }

  private static Opening tenant(UUID tenant, boolean readOnly, Locks locks) {
    return new Opening("app.tenant", tenant.toString(), readOnly, locks);
  }

  private <T extends @Nullable Object> T run(Opening opening, End end, Work<T> work) {
    int contentions = 0;
    int lostConnections = 0;
    while (true) {
      var attempt = new Attempt(end);
      try {
        return attempt.run(opening, work);
      } catch (RuntimeException | SQLException failure) {
        switch (SqlFailure.of(failure)) {
          case CONTENTION -> {
            if (++contentions > CONTENTION_RETRIES) {
              throw new Refusal.ConcurrentChange().asException();
            }
            if (isTooLate()) {
              throw new DeadlinePassedException(failure);
            }
            pause(contentions);
          }
          case CONNECTION -> {
            pool.getHikariPoolMXBean().softEvictConnections();
            if (attempt.mayHaveCommitted || ++lostConnections > CONNECTION_RETRIES) {
              throw new DatabaseUnavailableException("The database connection broke", failure);
            }
          }
          case EXHAUSTED ->
              throw new DatabaseUnavailableException("The database is out of resources", failure);
          case TIMEOUT -> throw new DeadlinePassedException(failure);
          case OTHER -> throw other(failure);
        }
      }
    }
  }

  private static RuntimeException other(Exception failure) {
    if (!(failure instanceof RuntimeException unchecked)) {
      return new IllegalStateException("A transaction failed", failure);
    }
    var refusal = ConstraintFailures.refusal(unchecked);
    return refusal == null ? unchecked : refusal.asException();
  }

  /** Waits a little, longer each time, and never as long as the others. */
  private static void pause(int attempt) {
    var most = LONGEST_BACKOFF.toNanos() * attempt / CONTENTION_RETRIES;
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most / 4, most));
  }

  /** Whether nobody waits any more for what a further try would give. */
  private boolean isTooLate() {
    var left = timeLeft.get();
    return left != null && !left.isPositive();
  }

  private long statementMillis() {
    var left = timeLeft.get();
    if (left == null || left.compareTo(STATEMENT_TIMEOUT) > 0) {
      return STATEMENT_TIMEOUT.toMillis();
    }
    return Math.max(1, left.toMillis());
  }

  /** One try at a piece of work. */
  private final class Attempt {
    private final End end;
    private boolean mayHaveCommitted;

    Attempt(End end) {
      this.end = end;
    }

    <T extends @Nullable Object> T run(Opening opening, Work<T> work) throws SQLException {
      try (var connection = borrow()) {
        try {
          var tx = new Tx(opening, statementMillis(), connection, configuration);
          var result = work.run(tx);
          switch (end) {
            case ROLLBACK -> tx.rollback();
            case COMMIT -> {
              tx.sendWhatIsAsked();
              mayHaveCommitted = !opening.readOnly();
              tx.commit();
            }
          }
          return result;
        } catch (RuntimeException | Error | SQLException failure) {
          rollback(connection, failure);
          throw failure;
        }
      }
    }

    private Connection borrow() {
      try {
        return pool.getConnection();
      } catch (SQLException none) {
        throw new DatabaseUnavailableException("No database connection can be had", none);
      }
    }

    private static void rollback(Connection connection, Throwable failure) {
      try {
        connection.rollback();
      } catch (SQLException also) {
        failure.addSuppressed(also);
      }
    }
  }
}
