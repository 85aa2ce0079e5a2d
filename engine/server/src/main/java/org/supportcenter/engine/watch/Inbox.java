package org.supportcenter.engine.watch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.supportcenter.store.outbox.FeedBatch;

/** What waits for one watch, and what wakes it. Bounded. Thread-safe. */
final class Inbox {

  /** Most batches that wait; a watch that has more waiting reads the feed by itself. */
  static final int CAPACITY = 16;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<FeedBatch> batches = new ArrayDeque<>();
  private boolean overrun;
  private boolean ended;
  private @Nullable Throwable failure;

  /** Adds a batch, or drops all when there are too many. */
  void offer(FeedBatch batch) {
    change(
        () -> {
          if (overrun || batches.size() == CAPACITY) {
            overrun = true;
            batches.clear();
          } else if (!batch.entries().isEmpty()) {
            batches.add(batch);
          }
        });
  }

  /** The watch is over: its client is gone, or this process goes. */
  void end() {
    change(() -> ended = true);
  }

  /** The feed cannot be read. */
  void fail(Throwable cause) {
    change(() -> failure = cause);
  }

  /** Something outside changed that somebody may wait for here. */
  void wake() {
    change(() -> {});
  }

  /** Whether the watch is over. */
  boolean isEnded() {
    lock.lock();
    try {
      return ended;
    } finally {
      lock.unlock();
    }
  }

  /** Whether batches were dropped. */
  boolean isOverrun() {
    lock.lock();
    try {
      return overrun;
    } finally {
      lock.unlock();
    }
  }

  /** Begins anew, with nothing dropped and nothing waiting. */
  void clear() {
    change(
        () -> {
          overrun = false;
          batches.clear();
        });
  }

  /**
   * Waits for a batch.
   *
   * @return null when the time passed, the watch is over or batches were dropped
   */
  @Nullable FeedBatch take(Duration time) throws InterruptedException {
    lock.lock();
    try {
      await(() -> !batches.isEmpty() || overrun, time);
      return batches.poll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the condition holds or the watch is over.
   *
   * @return false when the time passed first
   * @throws FeedBrokenException when the feed cannot be read
   */
  boolean await(BooleanSupplier condition, Duration time) throws InterruptedException {
    lock.lock();
    try {
      var left = time.toNanos();
      while (!ended && !condition.getAsBoolean()) {
        if (failure != null) {
          throw new FeedBrokenException(failure);
        }
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
