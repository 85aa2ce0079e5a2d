package org.supportcenter.app.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportcenter.app.console.Failures;
import org.supportcenter.app.console.UserError;
import org.supportcenter.app.database.DatabaseUrl;
import org.supportcenter.schema.Migrations;

/** Whether the database can be used, safely and with this version. */
final class DatabaseChecks {
  /**
   * Rules about past and notice are judged by the engine's clock, what is stored by the database's.
   */
  private static final Duration LARGEST_SKEW = Duration.ofSeconds(2);

  private static final int OLDEST_VERSION = 16;
  private static final String ENCODING = "UTF8";

  private final InstantSource clock;

  DatabaseChecks(InstantSource clock) {
    this.clock = clock;
  }

  List<Finding> service(DatabaseUrl url) {
    var findings = new ArrayList<Finding>();
    try (var connection = url.dataSource().getConnection()) {
      findings.add(version(connection, url));
      findings.add(role(connection, url));
      findings.add(text(connection));
      findings.add(clock(connection));
    } catch (SQLException unreachable) {
      findings.add(Finding.failed("database", Failures.sentence(unreachable)));
    }
    return findings;
  }

  private static Finding version(Connection connection, DatabaseUrl url) throws SQLException {
    var version = connection.getMetaData().getDatabaseMajorVersion();
    return version < OLDEST_VERSION
        ? Finding.failed(
            "database",
            "PostgreSQL %d is too old; %d or newer is needed.".formatted(version, OLDEST_VERSION))
        : Finding.ok("database", "%s answers, PostgreSQL %d.".formatted(url, version));
  }

  private static Finding role(Connection connection, DatabaseUrl url) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")) {
      row.next();
      if (row.getBoolean("rolsuper") || row.getBoolean("rolbypassrls")) {
        return Finding.failed(
            "role",
            "%s is superuser or bypasses row-level security, so tenants would see each other; let DATABASE_URL name an ordinary role."
                .formatted(url.user()));
      }
      return Finding.ok("role", "%s is bound by row-level security.".formatted(url.user()));
    }
  }

  private static Finding text(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SHOW server_encoding")) {
      row.next();
      var encoding = row.getString(1);
      return text(encoding, encoding.equals(ENCODING) && knowsCase(connection));
    }
  }

  private static boolean knowsCase(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT lower('\u00c4') = '\u00e4'")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /**
   * Whether all text can be stored, and found.
   *
   * @param knowsCase whether the database knows which letters beyond A to Z are the same
   */
  static Finding text(String encoding, boolean knowsCase) {
    if (!encoding.equals(ENCODING)) {
      return Finding.failed(
          "text",
          "The database's encoding is %s, which cannot hold every name; create it with ENCODING 'UTF8'."
              .formatted(encoding));
    }
    return Finding.ok(
        "text",
        knowsCase
            ? "All of Unicode can be stored; searches know the case of all letters."
            : "All of Unicode can be stored, but searches know the case of A to Z only: the locale"
                + " of the database is C, not C.UTF-8 or that of a language.");
  }

  private Finding clock(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      var before = clock.instant();
      try (var row = statement.executeQuery("SELECT clock_timestamp()")) {
        row.next();
        var there = row.getObject(1, OffsetDateTime.class).toInstant();
        var skew = skew(before, there, clock.instant());
        return skew.compareTo(LARGEST_SKEW) > 0
            ? Finding.failed(
                "clock",
                "This clock and the database's differ by %d s; let both follow a time server."
                    .formatted(skew.toSeconds()))
            : Finding.ok(
                "clock", "It differs from the database's by %d ms.".formatted(skew.toMillis()));
      }
    }
  }

  /** How far {@code there} lies outside the time in which it was asked. */
  static Duration skew(Instant before, Instant there, Instant after) {
    if (there.isBefore(before)) {
      return Duration.between(there, before);
    }
    return there.isAfter(after) ? Duration.between(after, there) : Duration.ZERO;
  }

  Finding migrations(@Nullable DatabaseUrl owner, Migrations.Roles roles) {
    if (owner == null) {
      return Finding.skipped("migrations", "Set MIGRATION_DATABASE_URL to have them checked.");
    }
    try (var connection = owner.dataSource().getConnection()) {
      connection.isValid(0);
      var pending = Migrations.pending(owner.dataSource(), roles);
      return pending == 0
          ? Finding.ok("migrations", "All are applied.")
          : Finding.failed(
              "migrations",
              "%d are not applied yet; run support-center migrate.".formatted(pending));
    } catch (SQLException | UserError failure) {
      return Finding.failed("migrations", Failures.sentence(failure));
    }
  }
}
