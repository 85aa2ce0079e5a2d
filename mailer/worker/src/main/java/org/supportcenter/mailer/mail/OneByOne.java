package org.supportcenter.mailer.mail;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Lets quick work be done one piece after the other and slow work several pieces at a time. What is
 * under way when this process dies is done again, so no more of it than is of use should be.
 *
 * <p>After a quick piece there is a rest as long as it took: whoever waits for a booking on the
 * same machine or database goes first, and work that comes in crowds can wait a little.
 * Thread-safe.
 */
final class OneByOne {

  /** A piece that takes longer is slow. */
  private static final Duration QUICK = Duration.ofMillis(100);

  /** So many slow ones in a row are no accident; waiting for each other would cost too much. */
  private static final int SLOW_ONES = 16;

  /** How long to wait for a piece that is unusually slow. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final Semaphore turn = new Semaphore(1, true);
  private final AtomicLong turns = new AtomicLong();
  private final AtomicInteger slowInARow = new AtomicInteger();
  private final AtomicLong restUntil;
  private final LongSupplier nanoTime;
  private final LongConsumer pause;
  private final Duration patience;

  OneByOne() {
    this(System::nanoTime, LockSupport::parkNanos, PATIENCE);
  }

  /**
   * By another clock.
   *
   * @param pause waits for so many nanoseconds of it
   * @param patience how long to wait for a piece that is unusually slow
   */
  OneByOne(LongSupplier nanoTime, LongConsumer pause, Duration patience) {
    this.nanoTime = nanoTime;
    this.pause = pause;
    this.patience = patience;
    this.restUntil = new AtomicLong(nanoTime.getAsLong());
  }

  /** Work under way; closing it, once, lets the next begin. */
  final class Piece implements AutoCloseable {
    private final boolean isAlone;
    private final long began;

    private Piece(boolean isAlone) {
      this.isAlone = isAlone;
      if (isAlone) {
        rest();
      }
      this.began = nanoTime.getAsLong();
    }

    /** It was done to its end; what turned out to be no work does not tell how quick work is. */
    void done() {
      var ended = nanoTime.getAsLong();
      var took = ended - began;
      var isQuick = took <= QUICK.toNanos();
      slowInARow.updateAndGet(slow -> isQuick ? 0 : slow + 1);
      if (isQuick) {
        restUntil.set(ended + took);
      }
    }

    @Override
    public void close() {
      if (isAlone) {
        turn.release();
      }
    }
  }

  /** Begins a piece: when the one before has ended, unless they are slow. */
  Piece begin() {
    try {
      return new Piece(slowInARow.get() < SLOW_ONES && isMyTurn());
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      return new Piece(false);
    }
  }

  /** Waits for the turn; in vain if one piece keeps it too long, however many are ahead. */
  private boolean isMyTurn() throws InterruptedException {
    while (true) {
      var before = turns.get();
      if (turn.tryAcquire(patience.toNanos(), NANOSECONDS)) {
        turns.incrementAndGet();
        return true;
      }
      if (turns.get() == before) {
        return false;
      }
    }
  }

  private void rest() {
    var left = restUntil.get() - nanoTime.getAsLong();
    if (left > 0) {
      pause.accept(left);
    }
  }
}
