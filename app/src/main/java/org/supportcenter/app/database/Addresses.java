package org.supportcenter.app.database;

import org.jspecify.annotations.Nullable;
import org.supportcenter.app.console.UserError;

/** Addresses given by option or environment. */
final class Addresses {
  private Addresses() {}

  static DatabaseUrl required(String variable, String option, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw new UserError(
          "%s is not set: give the database as postgresql://user:password@host:5432/database there or with %s."
              .formatted(variable, option));
    }
    return DatabaseUrl.parse(variable, text);
  }
}
