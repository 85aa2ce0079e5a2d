package org.supportcenter.schema;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings a database to the newest schema of this version. */
public final class Migrations {
  private Migrations() {}

  /**
   * Applies every migration that is still missing. Safe to call from several processes at once: one
   * migrates, the others wait.
   *
   * @param owner connections of the role that owns the schema
   * @param serviceRole an existing role, the one the engine connects as; it is granted what it
   *     needs and nothing more
   * @throws FlywayException when a migration fails, or when an applied one has been altered since;
   *     the failed one is rolled back
   */
  public static void apply(DataSource owner, String serviceRole) {
    configuration(owner).placeholders(Map.of("serviceRole", serviceRole)).load().migrate();
  }

  /**
   * How many migrations are still missing.
   *
   * @param owner connections of the role that owns the schema
   * @throws FlywayException when the database cannot be asked
   */
  public static int pending(DataSource owner) {
    return configuration(owner).load().info().pending().length;
  }

  private static FluentConfiguration configuration(DataSource owner) {
    return Flyway.configure().dataSource(owner).locations("classpath:db/migration");
  }
}
