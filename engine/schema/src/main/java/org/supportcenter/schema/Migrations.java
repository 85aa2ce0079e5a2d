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
   * The roles that are granted what they need and nothing more. They exist before.
   *
   * @param service the one the engine connects as
   * @param mailer the one the mailer connects as; empty if there is none
   */
  public record Roles(String service, String mailer) {}

  /**
   * Applies every migration that is still missing. Safe to call from several processes at once: one
   * migrates, the others wait.
   *
   * @param owner connections of the role that owns the schema
   * @throws FlywayException when a migration fails, or when an applied one has been altered since;
   *     the failed one is rolled back
   */
  public static void apply(DataSource owner, Roles roles) {
    configuration(owner, roles).load().migrate();
  }

  /**
   * How many migrations are still missing.
   *
   * @param owner connections of the role that owns the schema
   * @throws FlywayException when the database cannot be asked
   */
  public static int pending(DataSource owner, Roles roles) {
    return configuration(owner, roles).load().info().pending().length;
  }

  private static FluentConfiguration configuration(DataSource owner, Roles roles) {
    return Flyway.configure()
        .dataSource(owner)
        .locations("classpath:db/migration")
        .placeholders(Map.of("serviceRole", roles.service(), "mailerRole", roles.mailer()));
  }
}
