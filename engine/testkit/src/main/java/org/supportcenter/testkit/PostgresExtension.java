package org.supportcenter.testkit;

import static java.util.Objects.requireNonNull;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A migrated PostgreSQL database for each test class:
 *
 * <pre>{@code
 * @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();
 * }</pre>
 *
 * <p>Its sessions are in Australia/Lord_Howe whatever the zone of the JVM. Neither of the two roles
 * is a superuser, so row-level security holds for both.
 */
public final class PostgresExtension implements BeforeAllCallback, AfterAllCallback {

  private @Nullable String database;

  @Override
  public void beforeAll(ExtensionContext context) {
    database = TestServer.get().createDatabase();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    TestServer.get().dropDatabase(requireNonNull(database));
  }

  /** Address of the database for the JDBC driver, without user and password. */
  public String jdbcUrl() {
    return TestServer.get().jdbcUrl(database());
  }

  /** The role the engine connects as. */
  public String serviceRole() {
    return TestServer.SERVICE;
  }

  /** The role the mailer connects as. */
  public String mailerRole() {
    return TestServer.MAILER;
  }

  /** The role that owns the schema. */
  public String ownerRole() {
    return TestServer.OWNER;
  }

  /** The password of all roles. */
  public String password() {
    return TestServer.PASSWORD;
  }

  /** Connections as the engine makes them. */
  public DataSource service() {
    return TestServer.get().dataSource(database(), TestServer.SERVICE);
  }

  /** Connections of the schema's owner. */
  public DataSource owner() {
    return TestServer.get().dataSource(database(), TestServer.OWNER);
  }

  /** What tests put into the database before they begin. */
  public Seeds seeds() {
    return new Seeds(owner());
  }

  private String database() {
    return requireNonNull(database, "register the extension as a static field");
  }
}
