package org.supportcenter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.supportcenter.schema.jooq.Tables.CUSTOMER;
import static org.supportcenter.schema.jooq.Tables.TENANT;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.runtime.database.DatabaseConfig;
import org.supportcenter.testkit.PostgresExtension;

class DatabaseIT {

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static Database database;
  private static UUID tenant;

  @BeforeAll
  static void open() {
    database = TestDatabases.open(postgres);
    tenant = postgres.seeds().tenant();
    postgres.seeds().customer(tenant);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void aTransactionSeesTheRowsOfItsTenantOnly() {
    var other = postgres.seeds().tenant();

    assertThat(customers(tenant)).isEqualTo(1);
    assertThat(customers(other)).isZero();
  }

  @Test
  void aReadCannotWrite() {
    assertThatThrownBy(() -> database.read(tenant, tx -> tx.sql().deleteFrom(CUSTOMER).execute()))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("read-only");
  }

  @Test
  void whatIsRehearsedIsUndone() {
    var deleted =
        database.rehearse(tenant, Locks.of(tenant), tx -> tx.sql().deleteFrom(CUSTOMER).execute());

    assertThat(deleted).isEqualTo(1);
    assertThat(customers(tenant)).isEqualTo(1);
  }

  @Test
  void whatFailsIsUndone() {
    assertThatThrownBy(
            () ->
                database.write(
                    tenant,
                    tx -> {
                      tx.sql().deleteFrom(CUSTOMER).execute();
                      throw new IllegalStateException("on purpose");
                    }))
        .hasMessage("on purpose");

    assertThat(customers(tenant)).isEqualTo(1);
  }

  @Test
  void aStatementEndsAtTheCallersDeadline() {
    var config =
        new DatabaseConfig(
            postgres.jdbcUrl(),
            postgres.serviceRole(),
            postgres.password(),
            1,
            DatabaseConfig.DEFAULT_BORROW_TIMEOUT);
    try (var hurried = Database.open(config, () -> Duration.ofMillis(50))) {
      assertThatThrownBy(() -> hurried.read(tenant, tx -> tx.sql().fetch("SELECT pg_sleep(30)")))
          .isInstanceOf(DeadlinePassedException.class);
    }
  }

  @Test
  void bindValuesAreNotCastAndNamesNotQuoted() {
    var sql =
        database.read(
            tenant,
            tx ->
                tx.sql()
                    .select(TENANT.DISPLAY_NAME)
                    .from(TENANT)
                    .where(TENANT.TENANT_ID.eq(tenant))
                    .and(TENANT.CREATE_TIME.gt(Instant.EPOCH))
                    .getSQL());

    assertThat(sql).doesNotContain("cast").doesNotContain("\"");
  }

  private static int customers(UUID tenant) {
    return database.read(tenant, tx -> tx.sql().fetchCount(CUSTOMER));
  }
}
