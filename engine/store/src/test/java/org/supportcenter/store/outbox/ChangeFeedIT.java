package org.supportcenter.store.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.appointment.AppointmentChange;
import org.supportcenter.domain.appointment.AppointmentChange.Type;
import org.supportcenter.store.Database;
import org.supportcenter.store.TestDatabases;
import org.supportcenter.store.Tx;
import org.supportcenter.store.appointment.VisitFixture;
import org.supportcenter.testkit.PostgresExtension;

class ChangeFeedIT {

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static final Instant START = Instant.parse("2027-03-05T09:00:00Z");

  private static Database database;

  private final ChangeFeed feed = new ChangeFeed();
  private final Outbox outbox = new Outbox();
  private final UUID tenant = postgres.seeds().tenant();
  private final UUID technician = postgres.seeds().technician(tenant, "Europe/Berlin");
  private final UUID customer = postgres.seeds().customer(tenant);

  @BeforeAll
  static void open() {
    database = TestDatabases.open(postgres);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void tellsWhatWasCommittedAfterThePosition() {
    book(0);
    var from = end();
    var second = book(1);
    var third = book(2);

    var batch = after(from);

    assertThat(batch.entries())
        .extracting(entry -> entry.appointment().id())
        .containsExactly(second.id(), third.id());
    assertThat(batch.more()).isFalse();
    assertThat(after(batch.end()).entries()).isEmpty();
  }

  @Test
  void showsTheAppointmentAsItIsNow() {
    var from = end();
    var visit = book(0);
    var moved = VisitFixture.moved(visit, technician, START.plusSeconds(7200));
    database.write(
        tenant,
        tx -> {
          VisitFixture.update(tx, moved);
          append(tx, Type.MOVED, visit, moved);
          return moved;
        });

    assertThat(after(from).entries())
        .extracting(FeedEntry::type, FeedEntry::appointment)
        .containsExactly(tuple("appointment.created", moved), tuple("appointment.moved", moved));
  }

  @Test
  void aSlowTransactionIsWaitedForAndNeverPassedOver() throws Exception {
    var from = end();
    var written = new CountDownLatch(1);
    var mayCommit = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var slow =
          CompletableFuture.supplyAsync(
              () ->
                  database.write(
                      tenant,
                      tx -> {
                        var visit = insert(tx, 0);
                        written.countDown();
                        await(mayCommit);
                        return visit;
                      }),
              threads);
      await(written);
      Appointment quick;
      FeedBatch whileOpen;
      try {
        quick = book(1);
        whileOpen = after(from);
      } finally {
        mayCommit.countDown();
      }
      var first = slow.get();

      assertThat(whileOpen.entries()).isEmpty();
      assertThat(whileOpen.end()).isEqualTo(from);

      assertThat(after(from).entries())
          .extracting(entry -> entry.appointment().id())
          .containsExactly(first.id(), quick.id());
    }
  }

  @Test
  void readsOnInBatchesWithoutGapOrRepeat() {
    var from = end();
    var booked = new ArrayList<UUID>();
    for (int i = 0; i < ChangeFeed.BATCH + 10; i += 10) {
      int first = i;
      booked.addAll(
          database.write(
              tenant,
              tx -> {
                var ids = new ArrayList<UUID>();
                for (int j = first; j < first + 10; j++) {
                  ids.add(insert(tx, j).id());
                }
                return ids;
              }));
    }

    var one = after(from);
    var two = after(one.end());

    assertThat(one.more()).isTrue();
    assertThat(two.more()).isFalse();
    var read = new ArrayList<UUID>();
    one.entries().forEach(entry -> read.add(entry.appointment().id()));
    two.entries().forEach(entry -> read.add(entry.appointment().id()));
    assertThat(read).containsExactlyElementsOf(booked);
  }

  @Test
  void anotherTenantsChangesAreNotInIt() {
    var other = postgres.seeds().tenant();
    var from = end();
    book(0);

    assertThat(database.read(other, tx -> feed.after(tx, from)).entries()).isEmpty();
  }

  private Appointment book(int hour) {
    return database.write(tenant, tx -> insert(tx, hour));
  }

  private Appointment insert(Tx tx, int hour) {
    var visit = VisitFixture.visit(technician, customer, START.plusSeconds(hour * 7200L));
    VisitFixture.insert(tx, visit);
    append(tx, Type.CREATED, null, visit);
    return visit;
  }

  private void append(Tx tx, Type type, Appointment before, Appointment after) {
    var change = new AppointmentChange(type, before, after, List.of());
    outbox.append(tx, VisitFixture.AUTHOR, List.of(change), List.of());
  }

  private FeedPosition end() {
    return database.read(tenant, feed::end);
  }

  private FeedBatch after(FeedPosition position) {
    return database.read(tenant, tx -> feed.after(tx, position));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
