package org.supportcenter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.supportcenter.schema.jooq.Tables.CUSTOMER;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.refusal.RefusedException;
import org.supportcenter.runtime.database.DatabaseUnavailableException;
import org.supportcenter.testkit.Link;
import org.supportcenter.testkit.PostgresExtension;

class RecoveryIT {

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static final Duration IMPATIENT = Duration.ofMillis(300);

  private Link link;
  private Database database;
  private UUID tenant;

  @BeforeEach
  void open() {
    var address = URI.create(postgres.jdbcUrl().substring("jdbc:".length()));
    link = new Link(address.getPort());
    database =
        TestDatabases.open(
            postgres,
            "jdbc:postgresql://localhost:%d%s".formatted(link.port(), address.getPath()),
            IMPATIENT);
    tenant = postgres.seeds().tenant();
    postgres.seeds().customer(tenant);
  }

  @AfterEach
  void close() {
    database.close();
    link.close();
  }

  @Test
  void aDatabaseThatIsDownIsToldSoonAndServesAgainSoonAfterItsReturn() {
    assertThat(customers()).isEqualTo(1);

    link.cut();
    var before = System.nanoTime();
    assertThatThrownBy(this::customers).isInstanceOf(DatabaseUnavailableException.class);
    assertThat(secondsSince(before)).isLessThan(2);
    assertThat(database.problem()).contains("cannot be reached");

    link.mend();
    var mended = System.nanoTime();
    assertThat(customersAtLast()).isEqualTo(1);
    assertThat(secondsSince(mended)).isLessThan(2);
    assertThat(database.problem()).isNull();
  }

  @Test
  void aReadDoesNotNoticeThatItsConnectionWasEnded() {
    customers();

    endConnections();

    assertThat(customers()).isEqualTo(1);
  }

  @Test
  void aWriteIsMadeOnceWhenItsConnectionIsEndedBeforeItsCommit() {
    var attempts = new AtomicInteger();

    var deleted =
        database.write(
            tenant,
            tx -> {
              tx.sql().fetchCount(CUSTOMER);
              if (attempts.incrementAndGet() == 1) {
                endConnections();
              }
              return tx.sql().deleteFrom(CUSTOMER).execute();
            });

    assertThat(attempts).hasValue(2);
    assertThat(deleted).isEqualTo(1);
    assertThat(customers()).isZero();
  }

  @Test
  void aWriteWhoseCommitIsLostIsNotMadeAgain() {
    var attempts = new AtomicInteger();

    assertThatThrownBy(
            () ->
                database.write(
                    tenant,
                    tx -> {
                      tx.sql().fetchCount(CUSTOMER);
                      tx.enqueue(Step.silent("DELETE FROM customer", _ -> {}));
                      if (attempts.incrementAndGet() == 1) {
                        link.cut();
                        link.mend();
                      }
                      return "done";
                    }))
        .isInstanceOf(DatabaseUnavailableException.class);

    assertThat(attempts).hasValue(1);
    assertThat(customers()).isEqualTo(1);
  }

  @Test
  void bothOfADeadlockSucceedInTheEnd() throws Exception {
    var barrier = new CyclicBarrier(2);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var one = threads.submit(() -> lockBoth(1, 2, barrier));
      var two = threads.submit(() -> lockBoth(2, 1, barrier));

      var attempts = one.get(20, TimeUnit.SECONDS) + two.get(20, TimeUnit.SECONDS);
      assertThat(attempts).isEqualTo(3);
    }
  }

  @Test
  void whoeverKeepsMeetingDeadlocksIsToldToTryAgain() {
    var attempts = new AtomicInteger();

    assertThatThrownBy(
            () ->
                database.write(
                    tenant,
                    tx -> {
                      attempts.incrementAndGet();
                      return tx.sql()
                          .execute("DO $$ BEGIN RAISE 'a twin' USING ERRCODE = '40P01'; END $$");
                    }))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.ConcurrentChange.class));
    assertThat(attempts).hasValue(4);
  }

  private int lockBoth(int first, int second, CyclicBarrier barrier) {
    var attempts = new AtomicInteger();
    database.write(
        tenant,
        tx -> {
          tx.sql().fetch("SELECT pg_advisory_xact_lock(?)", (long) first);
          if (attempts.incrementAndGet() == 1) {
            meet(barrier);
          }
          return tx.sql().fetch("SELECT pg_advisory_xact_lock(?)", (long) second);
        });
    return attempts.get();
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (Exception alone) {
      throw new IllegalStateException(alone);
    }
  }

  private int customers() {
    return database.read(tenant, tx -> tx.sql().fetchCount(CUSTOMER));
  }

  /** Each attempt waits for a connection, so this does not spin. */
  private int customersAtLast() {
    for (int attempt = 0; attempt < 20; attempt++) {
      try {
        return customers();
      } catch (DatabaseUnavailableException notYet) {
        assertThat(notYet).hasMessageContaining("connection");
      }
    }
    throw new AssertionError("the database does not come back");
  }

  private static void endConnections() {
    try (var connection = postgres.service().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
          WHERE datname = current_database() AND usename = current_user
            AND pid <> pg_backend_pid()
          """);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static double secondsSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }
}
