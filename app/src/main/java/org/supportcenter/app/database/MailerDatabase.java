package org.supportcenter.app.database;

import org.jspecify.annotations.Nullable;
import org.supportcenter.app.console.UserError;
import org.supportcenter.schema.Migrations;
import picocli.CommandLine.Option;

/** The database as the mailer reaches it. */
public final class MailerDatabase {
  private static final String VARIABLE = "MAILER_DATABASE_URL";

  @Option(
      names = "--mailer-database-url",
      paramLabel = "URL",
      defaultValue = "${env:" + VARIABLE + "}",
      description =
          "Database and the mailer's role, which sees only what it delivers, as"
              + " postgresql://user:password@host:5432/database.")
  private @Nullable String text;

  /**
   * The address; null if there is none.
   *
   * @throws UserError if it cannot be used
   */
  public @Nullable DatabaseUrl optional() {
    return text == null || text.isBlank() ? null : DatabaseUrl.parse(VARIABLE, text);
  }

  /**
   * The roles that a migration lets use the database.
   *
   * @param service the database as the engine reaches it
   * @throws UserError if the mailer's address cannot be used
   */
  public Migrations.Roles roles(DatabaseUrl service) {
    var mailer = optional();
    return new Migrations.Roles(service.user(), mailer == null ? "" : mailer.user());
  }
}
