package org.supportcenter.app.database;

import org.jspecify.annotations.Nullable;
import org.supportcenter.app.console.UserError;
import picocli.CommandLine.Option;

/** The database as the engine reaches it. */
public final class ServiceDatabase {
  private static final String VARIABLE = "DATABASE_URL";

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      defaultValue = "${env:" + VARIABLE + "}",
      description =
          "Database and service role, as postgresql://user:password@host:5432/database; the role must not be superuser or bypass row-level security.")
  private @Nullable String text;

  /**
   * The address.
   *
   * @throws UserError if there is none, or it cannot be used
   */
  public DatabaseUrl required() {
    return Addresses.required(VARIABLE, "--database-url", text);
  }
}
