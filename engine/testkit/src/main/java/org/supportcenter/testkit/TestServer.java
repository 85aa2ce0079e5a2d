package org.supportcenter.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;
import org.supportcenter.schema.Migrations;

/**
 * The one PostgreSQL server of a test run, started when first needed and stopped with the JVM. Its
 * template database is migrated once and copied for each test class.
 */
final class TestServer {

  static final String OWNER = "support_center_owner";
  static final String SERVICE = "support_center_engine";
  static final String MAILER = "support_center_mailer";
  static final String PASSWORD = "test";

  private static final String SUPERUSER = "postgres";
  private static final String TEMPLATE = "migrated";

  /** Not the JVM's zone, which the driver would otherwise set, and not UTC. */
  private static final String SESSION_ZONE = "Australia/Lord_Howe";

  private final EmbeddedPostgres postgres;
  private final AtomicInteger databases = new AtomicInteger();

  private TestServer(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /** Starts it on first use. */
  static TestServer get() {
    return Holder.SERVER;
  }

  private static final class Holder {
    private static final TestServer SERVER = start();
  }

  private static TestServer start() {
    try {
      var postgres =
          EmbeddedPostgres.builder()
              .setPort(LastingPort.find())
              .setServerConfig("max_connections", "200")
              .setServerConfig("full_page_writes", "off")
              .setServerConfig("synchronous_commit", "off")
              .start();
      var server = new TestServer(postgres);
      server.createTemplate();
      return server;
    } catch (IOException cannotStart) {
      throw new UncheckedIOException("The test database cannot be started", cannotStart);
    }
  }

  private void createTemplate() {
    execute(
        SUPERUSER,
        "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(OWNER, PASSWORD),
        "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(SERVICE, PASSWORD),
        "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(MAILER, PASSWORD),
        "CREATE DATABASE %s OWNER %s".formatted(TEMPLATE, OWNER));
    Migrations.apply(dataSource(TEMPLATE, OWNER), new Migrations.Roles(SERVICE, MAILER));
    execute(
        TEMPLATE,
        """
        CREATE FUNCTION set_session_zone() RETURNS event_trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM set_config('TimeZone', '%s', false);
        END $$
        """
            .formatted(SESSION_ZONE),
        "CREATE EVENT TRIGGER set_session_zone ON login EXECUTE FUNCTION set_session_zone()");
  }

  /** A fresh copy of the migrated database. */
  String createDatabase() {
    var name = "test_" + databases.incrementAndGet();
    execute(SUPERUSER, "CREATE DATABASE %s TEMPLATE %s OWNER %s".formatted(name, TEMPLATE, OWNER));
    return name;
  }

  void dropDatabase(String name) {
    execute(SUPERUSER, "DROP DATABASE %s WITH (FORCE)".formatted(name));
  }

  PGSimpleDataSource dataSource(String database, String user) {
    var dataSource = new PGSimpleDataSource();
    dataSource.setUrl(jdbcUrl(database));
    dataSource.setUser(user);
    dataSource.setPassword(PASSWORD);
    return dataSource;
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), database);
  }

  private void execute(String database, String... statements) {
    try (var connection = postgres.getDatabase(SUPERUSER, database).getConnection();
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("The test database cannot be prepared", failure);
    }
  }
}
