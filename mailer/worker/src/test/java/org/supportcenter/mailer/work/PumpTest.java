package org.supportcenter.mailer.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PumpTest {
  private static final UUID BROKEN = new UUID(0, 1);
  private static final UUID SOUND = new UUID(0, 2);

  /** Long enough that nothing is looked for twice: what is done is done in the first round. */
  private static final Pump.Settings SETTINGS =
      new Pump.Settings("tests", 4, 2, Duration.ofMinutes(10), Duration.ofSeconds(10));

  private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

  @Test
  void aTenantWhoseWorkCannotBeLeasedKeepsNobodyElseWaiting() throws InterruptedException {
    try (var _ = Pump.start(SETTINGS, backlog(), (_, work) -> done.add(work))) {
      assertThat(done.poll(10, TimeUnit.SECONDS)).isEqualTo("a mail");
    }
  }

  @Test
  void aPumpThatWasStoppedLeasesNothingMoreWhileItsWorkGoesOn() throws InterruptedException {
    var end = new CountDownLatch(1);
    var leasing = new AtomicReference<Thread>();
    var backlog = noting(leasing, backlog());
    try (var pump = Pump.start(SETTINGS, backlog, (_, work) -> await(done, work, end))) {
      assertThat(done.poll(10, TimeUnit.SECONDS)).isEqualTo("a mail");

      pump.stop();

      assertThat(leasing.get().join(Duration.ofSeconds(10))).isTrue();
      assertThat(pump.underWay()).isEqualTo(1);
      assertThat(pump.ended()).as("it was stopped").isNull();
      end.countDown();
    }
  }

  @Test
  void pumpsThatWereStoppedTogetherAreAwaitedForOneDrainTime() throws InterruptedException {
    var drain = Duration.ofSeconds(5);
    var settings = new Pump.Settings("tests", 4, 2, Duration.ofMinutes(10), drain);
    var end = new CountDownLatch(1);
    var first = Pump.start(settings, backlog(), (_, work) -> await(done, work, end));
    var second = Pump.start(settings, backlog(), (_, work) -> await(done, work, end));
    assertThat(done.poll(10, TimeUnit.SECONDS)).isEqualTo("a mail");
    assertThat(done.poll(10, TimeUnit.SECONDS)).isEqualTo("a mail");
    var began = System.nanoTime();

    first.stop();
    second.stop();
    first.close();
    second.close();

    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isBetween(drain.dividedBy(2), drain.multipliedBy(2).minusMillis(100));
    end.countDown();
  }

  @Test
  void aPumpWhoseThreadHasEndedSaysSo() throws InterruptedException {
    var leasing = new AtomicReference<Thread>();
    try (var pump = Pump.start(SETTINGS, noting(leasing, backlog()), (_, work) -> done.add(work))) {
      assertThat(done.poll(10, TimeUnit.SECONDS)).isEqualTo("a mail");
      assertThat(pump.ended()).isNull();

      leasing.get().interrupt();
      leasing.get().join();

      assertThat(pump.ended()).isEqualTo("The thread that looks for tests has ended.");
    }
  }

  @Test
  void anErrorInPreparingKeepsNothingFromBeingLookedFor() throws InterruptedException {
    var handler =
        new Handler<String>() {
          @Override
          public void prepare() {
            throw new LinkageError("a class that is not there");
          }

          @Override
          public void handle(UUID tenant, String work) {
            done.add(work);
          }
        };
    try (var _ = Pump.start(SETTINGS, backlog(), handler)) {
      assertThat(done.poll(10, TimeUnit.SECONDS)).isEqualTo("a mail");
    }
  }

  private static void await(BlockingQueue<String> begun, String work, CountDownLatch end) {
    begun.add(work);
    try {
      end.await();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  /** Notes which thread leases. */
  private static Backlog<String> noting(AtomicReference<Thread> leasing, Backlog<String> backlog) {
    return new Backlog<>() {
      @Override
      public List<UUID> tenants() {
        leasing.set(Thread.currentThread());
        return backlog.tenants();
      }

      @Override
      public List<String> lease(UUID tenant, int most) {
        return backlog.lease(tenant, most);
      }
    };
  }

  private static Backlog<String> backlog() {
    Queue<String> waiting = new ArrayDeque<>(List.of("a mail"));
    return new Backlog<>() {
      @Override
      public List<UUID> tenants() {
        return List.of(BROKEN, SOUND);
      }

      @Override
      public List<String> lease(UUID tenant, int most) {
        if (tenant.equals(BROKEN)) {
          throw new IllegalStateException("a row that nobody can read");
        }
        var next = waiting.poll();
        return next == null ? List.of() : List.of(next);
      }
    };
  }
}
