package org.supportcenter.mailer.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.runtime.database.DatabaseConfig;
import org.supportcenter.runtime.database.DatabaseUnavailableException;
import org.supportcenter.runtime.database.Jooq;
import org.supportcenter.runtime.database.Pools;
import org.supportcenter.runtime.database.Readiness;
import org.supportcenter.runtime.database.SqlFailure;

/**
 * Short transactions, READ COMMITTED, each in the name of one tenant or looking for work across
 * tenants. Nothing is tried again unless asked for: what was leased and failed is leased again.
 *
 * <p>Commits do not wait for the disk. Should the database server crash, the last fraction of a
 * second of leases and results is lost and those deliveries are made again, recognisable by their
 * ids; in return a result is safe from a crash of this process at once.
 */
public final class MailerDatabase implements AutoCloseable {

  private static final String OPENING =
      "SELECT set_config(?, ?, true), set_config('synchronous_commit', 'off', true),"
          + " set_config('statement_timeout', '10s', true), set_config('plan_cache_mode', ?, true)";

  private static final String PLANS_AS_SEEMS_BEST = "auto";
  private static final String GENERIC_PLANS = "force_generic_plan";

  private static final Logger log = LoggerFactory.getLogger(MailerDatabase.class);
  private static final Duration PAUSE = Duration.ofMillis(250);

  @FunctionalInterface
  private interface OnConnection<T extends @Nullable Object> {
    T run(Connection connection) throws SQLException;
  }

  private final HikariDataSource pool;
  private final Configuration configuration = Jooq.configuration();

  private MailerDatabase(HikariDataSource pool) {
    this.pool = pool;
  }

  /**
   * Opens a pool of connections.
   *
   * @throws DatabaseUnavailableException if the database cannot be reached now
   */
  public static MailerDatabase open(DatabaseConfig config) {
    return new MailerDatabase(Pools.open(config));
  }

  /**
   * Works in the name of a tenant: row-level security shows nothing else.
   *
   * @throws DatabaseUnavailableException if there is no connection or it broke, or the database
   *     could not do it in time, as when others held its locks
   */
  public <T extends @Nullable Object> T inTenant(UUID tenant, Function<DSLContext, T> work) {
    return run("app.tenant", tenant.toString(), PLANS_AS_SEEMS_BEST, work);
  }

  /**
   * The same, for statements that find rows by their keys: the server plans them once, not again
   * for each of the values.
   */
  public <T extends @Nullable Object> T inTenantWithGenericPlans(
      UUID tenant, Function<DSLContext, T> work) {
    return run("app.tenant", tenant.toString(), GENERIC_PLANS, work);
  }

  /**
   * Like {@link #inTenant}, for what has happened outside and would happen again if it were not
   * written down: tried again for as long as the database is busy or away. A commit that broke may
   * have been made, so doing it twice must change nothing.
   *
   * @param patience how long to go on trying
   * @throws DatabaseUnavailableException if it could not be written in that time
   */
  public <T extends @Nullable Object> T insistInTenant(
      UUID tenant, Duration patience, Function<DSLContext, T> work) {
    return insist(patience, () -> inTenant(tenant, work));
  }

  private static <T extends @Nullable Object> T insist(Duration patience, Supplier<T> work) {
    var end = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        return work.get();
      } catch (DatabaseUnavailableException away) {
        if (System.nanoTime() >= end) {
          throw away;
        }
        log.warn("A result could not be written yet and will be tried again", away);
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  /**
   * Like {@link #insistInTenant}, for changes that need no answer: they go to the server together
   * with the beginning and the commit of their transaction. A process that dies after it has sent
   * them has written them.
   *
   * @param changes made anew for every try
   */
  public void insistAtOnce(
      UUID tenant, Duration patience, Function<DSLContext, List<Query>> changes) {
    insist(patience, () -> transaction(connection -> writeAtOnce(connection, tenant, changes)));
  }

  private int writeAtOnce(
      Connection connection, UUID tenant, Function<DSLContext, List<Query>> changes) {
    var sql = DSL.using(configuration.derive(connection));
    var all = new ArrayList<Query>();
    all.add(sql.query(OPENING, "app.tenant", tenant.toString(), PLANS_AS_SEEMS_BEST));
    all.addAll(changes.apply(sql));
    // With it the transaction is over for the driver, too, and the connection has none to commit.
    var places =
        IntStream.range(0, all.size())
            .mapToObj("{%d};"::formatted)
            .collect(Collectors.joining(" ", "", " COMMIT"));
    return sql.query(places, all.toArray(Query[]::new)).execute();
  }

  /** Does what {@link #inTenant} does, without an answer. */
  public void doInTenant(UUID tenant, Consumer<DSLContext> work) {
    this.<@Nullable Void>inTenant(
        tenant,
        sql -> {
          work.accept(sql);
          return null;
        });
  }

  /**
   * Looks across tenants; row-level security shows what the chore may see.
   *
   * @param chore as the policies of the tables name it
   */
  public <T extends @Nullable Object> T acrossTenants(String chore, Function<DSLContext, T> work) {
    return run("app.chore", chore, PLANS_AS_SEEMS_BEST, work);
  }

  /** What keeps us from working with this database, in one sentence; null if nothing does. */
  public @Nullable String problem() {
    try (var connection = pool.getConnection()) {
      return Readiness.problem(connection);
    } catch (SQLException unreachable) {
      return "The database cannot be reached: " + unreachable.getMessage();
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  private <T extends @Nullable Object> T run(
      String setting, String value, String plans, Function<DSLContext, T> work) {
    return transaction(
        connection -> {
          open(connection, setting, value, plans);
          return work.apply(DSL.using(configuration.derive(connection)));
        });
  }

  private <T extends @Nullable Object> T transaction(OnConnection<T> work) {
    try (var connection = pool.getConnection()) {
      try {
        var result = work.run(connection);
        connection.commit();
        return result;
      } catch (RuntimeException | Error | SQLException failure) {
        rollback(connection, failure);
        throw failure;
      }
    } catch (SQLException failure) {
      throw new DatabaseUnavailableException("A transaction of the mailer failed", failure);
    } catch (DataAccessException failure) {
      throw switch (SqlFailure.of(failure)) {
        case CONTENTION, CONNECTION, EXHAUSTED, TIMEOUT ->
            new DatabaseUnavailableException("A statement of the mailer failed", failure);
        case OTHER -> failure;
      };
    }
  }

  private static void open(Connection connection, String setting, String value, String plans)
      throws SQLException {
    try (var opening = connection.prepareStatement(OPENING)) {
      opening.setString(1, setting);
      opening.setString(2, value);
      opening.setString(3, plans);
      opening.execute();
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
