package org.supportcenter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.supportcenter.schema.jooq.Tables.CUSTOMER;
import static org.supportcenter.schema.jooq.Tables.TENANT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
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
  void whatNobodyAsksAboutIsCommittedToo() {
    write(renaming("Eve"));

    assertThat(names()).containsExactly("Eve");
    write(renaming("Ada"), renaming("Zoe"));
    assertThat(names()).containsExactly("Zoe");
  }

  @Test
  void whatFailsWithTheCommitIsUndoneAndTheConnectionGoesOn() {
    var before = names();
    try (var single = TestDatabases.single(postgres, () -> null)) {
      assertThatThrownBy(
              () ->
                  single.write(
                      tenant,
                      tx -> {
                        tx.enqueue(renaming("Nobody"));
                        tx.enqueue(Step.silent("SELECT 1 / 0", _ -> {}));
                        return 0;
                      }))
          .isInstanceOf(DataAccessException.class)
          .hasStackTraceContaining("division by zero");

      assertThat(single.<Integer>read(tenant, tx -> tx.sql().fetchCount(CUSTOMER))).isEqualTo(1);
      assertThat(names()).isEqualTo(before);
    }
  }

  @Test
  void anAnswerThatIsObjectedToUndoesWhatWentAlongWithIt() {
    var before = names();
    Step.Rows objection =
        _ -> {
          throw new IllegalStateException("on purpose");
        };

    assertThatThrownBy(
            () -> write(new Statement("SELECT 1", _ -> {}, objection), renaming("Nobody")))
        .hasMessage("on purpose");
    assertThat(names()).isEqualTo(before);
  }

  @Test
  void valuesAskedForOneAfterTheOtherAreOneStatement() {
    var seen = new ArrayList<String>();
    Values.Reader reader = (row, first) -> seen.add(row.getString(first));
    Step.Parameters twice =
        binder -> {
          binder.value("a");
          binder.value("b");
        };
    var begun = new Values(List.of("statement_timestamp()::text"), _ -> {}, reader);

    var _ =
        database.<Integer>read(
            tenant,
            tx -> {
              tx.enqueue(begun);
              tx.enqueue(new Values(List.of("?::text", "?::text"), twice, reader));
              tx.enqueue(new Values(List.of("?::text"), binder -> binder.value("c"), reader));
              tx.enqueue(begun);
              tx.enqueue(Step.silent("SELECT 1", _ -> {}));
              tx.enqueue(begun);
              tx.send();
              return 0;
            });

    assertThat(seen).hasSize(5).containsSubsequence("a", "c");
    assertThat(seen.get(3)).isEqualTo(seen.getFirst());
    assertThat(seen.get(4)).isNotEqualTo(seen.getFirst());
  }

  @Test
  void whoOnlyReadsHoldsNothingBetweenRoundTripsAndSeesTheSame() {
    var seen = new ArrayList<String>();
    Step.Rows reader =
        rows -> {
          while (rows.next()) {
            seen.add(rows.getString(1));
          }
        };
    var scoped =
        new Statement("SELECT current_setting('app.tenant') FROM customer", _ -> {}, reader);
    var begun = new Statement("SELECT now()::text FROM customer", _ -> {}, reader);

    var between =
        database.<Integer>read(
            tenant,
            tx -> {
              tx.enqueue(scoped);
              tx.enqueue(begun);
              tx.send();
              var count = tx.sql().fetchCount(CUSTOMER);
              tx.enqueue(scoped);
              tx.enqueue(begun);
              tx.send();
              return count;
            });

    assertThat(between).isEqualTo(1);
    assertThat(seen).hasSize(4).element(2).isEqualTo(tenant.toString()).isEqualTo(seen.getFirst());
    assertThat(seen.get(3)).isNotEqualTo(seen.get(1));
  }

  @Test
  void aStatementEndsAtTheCallersDeadline() {
    try (var hurried = TestDatabases.single(postgres, () -> Duration.ofMillis(50))) {
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

  private static Step renaming(String name) {
    return Step.silent("UPDATE customer SET display_name = ?", binder -> binder.value(name));
  }

  private static void write(Step... steps) {
    database.write(
        tenant,
        tx -> {
          List.of(steps).forEach(tx::enqueue);
          return steps.length;
        });
  }

  private static List<String> names() {
    return database.read(
        tenant,
        tx -> tx.sql().select(CUSTOMER.DISPLAY_NAME).from(CUSTOMER).fetch(CUSTOMER.DISPLAY_NAME));
  }

  private static int customers(UUID tenant) {
    return database.read(tenant, tx -> tx.sql().fetchCount(CUSTOMER));
  }
}
