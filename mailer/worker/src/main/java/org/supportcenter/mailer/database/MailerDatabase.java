package org.supportcenter.mailer.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.supportcenter.runtime.database.DatabaseConfig;
import org.supportcenter.runtime.database.DatabaseUnavailableException;
import org.supportcenter.runtime.database.Jooq;
import org.supportcenter.runtime.database.Pools;
import org.supportcenter.runtime.database.Readiness;

/**
 * Short transactions, READ COMMITTED, each in the name of one tenant or looking for work across
 * tenants. Nothing is tried again here: whoever leased something and fails has it leased again.
 *
 * <p>Commits do not wait for the disk. Should the database server crash, the last fraction of a
 * second of leases and results is lost and those deliveries are made again, recognisable by their
 * ids; in return a result is safe from a crash of this process at once.
 */
public final class MailerDatabase implements AutoCloseable {

  private static final String OPENING =
      "SELECT set_config(?, ?, true), set_config('synchronous_commit', 'off', true),"
          + " set_config('statement_timeout', '10s', true)";

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
   * @throws DatabaseUnavailableException if there is no connection or it broke
   */
  public <T extends @Nullable Object> T inTenant(UUID tenant, Function<DSLContext, T> work) {
    return run("app.tenant", tenant.toString(), work);
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
    return run("app.chore", chore, work);
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
      String setting, String value, Function<DSLContext, T> work) {
    try (var connection = pool.getConnection()) {
      try {
        open(connection, setting, value);
        var result = work.apply(DSL.using(configuration.derive(connection)));
        connection.commit();
        return result;
      } catch (RuntimeException | Error | SQLException failure) {
        rollback(connection, failure);
        throw failure;
      }
    } catch (SQLException failure) {
      throw new DatabaseUnavailableException("A transaction of the mailer failed", failure);
    }
  }

  private static void open(Connection connection, String setting, String value)
      throws SQLException {
    try (var opening = connection.prepareStatement(OPENING)) {
      opening.setString(1, setting);
      opening.setString(2, value);
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
