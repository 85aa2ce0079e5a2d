package org.supportcenter.app.database;

import org.jspecify.annotations.Nullable;
import org.supportcenter.app.console.UserError;
import picocli.CommandLine.Option;

/** The database as its owner reaches it: to migrate it, and to manage tenants and keys. */
public final class OwnerDatabase {
  private static final String VARIABLE = "MIGRATION_DATABASE_URL";

  @Option(
      names = "--migration-database-url",
      paramLabel = "URL",
      defaultValue = "${env:" + VARIABLE + "}",
      description =
          "Database and owning role, as postgresql://user:password@host:5432/database; it need not be superuser.")
  private @Nullable String text;

  /**
   * The address.
   *
   * @throws UserError if there is none, or it cannot be used
   */
  public DatabaseUrl required() {
    return Addresses.required(VARIABLE, "--migration-database-url", text);
  }

  /**
   * The address; null if there is none.
   *
   * @throws UserError if it cannot be used
   */
  public @Nullable DatabaseUrl optional() {
    return text == null || text.isBlank() ? null : required();
  }
}
