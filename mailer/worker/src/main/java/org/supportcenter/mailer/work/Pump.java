package org.supportcenter.mailer.work;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.runtime.database.DatabaseUnavailableException;

/**
 * Looks for due work again and again, leases it in turns among the tenants that have some, and has
 * it done on virtual threads. A tenant with much work waits for its turn like one with little.
 */
public final class Pump<T> implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Pump.class);

  /** How much a tenant gets in one turn. */
  private static final int TURN = 8;

  /** How long tenants take turns before those with new work are looked for. */
  private static final Duration ROUND = Duration.ofMillis(250);

  /** A moment for work to gather: looking for a single piece costs as much as for many. */
  private static final Duration BREATH = Duration.ofMillis(50);

  private final Settings settings;
  private final Backlog<T> backlog;
  private final Handler<T> handler;
  private final Slots slots;
  private final Thread thread;
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile long drained;

  /**
   * How a pump works.
   *
   * @param name of the work, for logs and threads
   * @param atOnce how many pieces are worked on at a time
   * @param perTenant how many of them may be one tenant's
   * @param pollEvery about how often an empty backlog is looked at again
   * @param drainTimeout how long work under way may take to end when the pump is stopped
   */
  public record Settings(
      String name, int atOnce, int perTenant, Duration pollEvery, Duration drainTimeout) {}

  private Pump(Settings settings, Backlog<T> backlog, Handler<T> handler) {
    this.settings = settings;
    this.backlog = backlog;
    this.handler = handler;
    this.slots = new Slots(settings.atOnce(), settings.perTenant());
    this.thread = Thread.ofPlatform().name(settings.name()).daemon().unstarted(this::run);
  }

  /** Starts working. */
  public static <T> Pump<T> start(Settings settings, Backlog<T> backlog, Handler<T> handler) {
    var pump = new Pump<>(settings, backlog, handler);
    pump.thread.start();
    return pump;
  }

  /** How many pieces are being worked on. */
  public int underWay() {
    return slots.inUse();
  }

  /** Says in a sentence that it has ended though nobody stopped it; null if it has not. */
  public @Nullable String ended() {
    return thread.isAlive() || isStopping()
        ? null
        : "The thread that looks for %s has ended.".formatted(settings.name());
  }

  /** Leases nothing more. From now on what is under way has the drain time to end. */
  public synchronized void stop() {
    if (!isStopping()) {
      drained = System.nanoTime() + settings.drainTimeout().toNanos();
      stop.countDown();
    }
  }

  /** Stops and waits for what is under way; leases of the rest end by themselves. */
  @Override
  public void close() {
    stop();
    try {
      if (!thread.join(drainTimeLeft()) || !slots.awaitAllFree(drainTimeLeft())) {
        log.warn("{} under way did not end in time and will be done again", settings.name());
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration drainTimeLeft() {
    return Duration.ofNanos(drained - System.nanoTime());
  }

  private void run() {
    prepare();
    try {
      while (!isStopping()) {
        var pause = attemptRound();
        if (!pause.isZero() && stop.await(jittered(pause), MILLISECONDS)) {
          log.debug("{} stops", settings.name());
        }
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private void prepare() {
    try {
      handler.prepare();
    } catch (RuntimeException | Error failure) {
      log.warn("Preparing for {} failed; the first will take longer", settings.name(), failure);
    }
  }

  private boolean isStopping() {
    return stop.getCount() == 0;
  }

  private Duration attemptRound() throws InterruptedException {
    try {
      return round();
    } catch (RuntimeException | Error failure) {
      log.warn("Looking for {} failed and will be tried again", settings.name(), failure);
      return settings.pollEvery();
    }
  }

  /** Lets the tenants that have something due now take turns, and tells how long to pause then. */
  private Duration round() throws InterruptedException {
    var tenants = new ArrayDeque<>(backlog.tenants());
    var end = System.nanoTime() + ROUND.toNanos();
    var worked = false;
    var passed = 0;
    while (!tenants.isEmpty() && !isStopping() && System.nanoTime() < end) {
      var tenant = tenants.remove();
      var room = slots.take(tenant, TURN);
      var got = room == 0 ? 0 : attemptServe(tenant, room);
      worked |= got > 0 || room == 0;
      if (got == room) {
        tenants.add(tenant);
      }
      passed = room == 0 ? passed + 1 : 0;
      if (room == 0 && passed >= tenants.size()) {
        slots.awaitRelease(ROUND);
        passed = 0;
      }
    }
    if (!tenants.isEmpty()) {
      return Duration.ZERO;
    }
    return worked ? BREATH : settings.pollEvery();
  }

  /** A tenant whose work cannot be leased, whatever the reason, keeps nobody else waiting. */
  private int attemptServe(UUID tenant, int room) {
    try {
      return serve(tenant, room);
    } catch (DatabaseUnavailableException away) {
      throw away;
    } catch (RuntimeException failure) {
      log.warn("Leasing {} of one tenant failed", settings.name(), failure);
      return 0;
    }
  }

  /** Leases up to as much as there is room for, which was taken, and has it done. */
  private int serve(UUID tenant, int room) {
    var got = 0;
    try {
      var leased = backlog.lease(tenant, room);
      got = leased.size();
      for (var work : leased) {
        Thread.ofVirtual().name(settings.name()).start(() -> handle(tenant, work));
      }
    } finally {
      slots.release(tenant, room - got);
    }
    return got;
  }

  private void handle(UUID tenant, T work) {
    try {
      handler.handle(tenant, work);
    } catch (RuntimeException failure) {
      log.warn("One of {} failed and will be done again", settings.name(), failure);
    } finally {
      slots.release(tenant, 1);
    }
  }

  /** Between half and one and a half of it, so that processes do not look at the same moments. */
  private static long jittered(Duration interval) {
    var millis = interval.toMillis();
    return millis / 2 + ThreadLocalRandom.current().nextLong(millis + 1);
  }
}
