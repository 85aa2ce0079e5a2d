package org.supportcenter.engine.watch;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.supportcenter.store.Database;
import org.supportcenter.store.outbox.ChangeFeed;
import org.supportcenter.store.outbox.FeedBatch;
import org.supportcenter.store.outbox.FeedPosition;

/**
 * The change feed of one tenant in this process: looked at by one thread for all who watch, and
 * only while somebody does. Thread-safe.
 */
final class TenantFeed {

  private final UUID tenant;
  private final Database database;
  private final Duration poll;
  private final ChangeFeed feed = new ChangeFeed();
  private final Set<Watch> watches = new LinkedHashSet<>();
  private FeedPosition cursor = new FeedPosition(0, 0);
  private boolean running;

  TenantFeed(UUID tenant, Database database, Duration poll) {
    this.tenant = tenant;
    this.database = database;
    this.poll = poll;
  }

  /** Where the feed ends now. */
  FeedPosition end() {
    return database.read(tenant, feed::end);
  }

  /** What follows the position, for a watch that is not live. */
  FeedBatch after(FeedPosition position) {
    return database.read(tenant, tx -> feed.after(tx, position));
  }

  /**
   * Makes a watch live: from now on it is given every batch.
   *
   * @return false if the others are past it already, so that it would miss what lies between
   */
  synchronized boolean join(Watch watch) {
    if (!running) {
      running = true;
      cursor = watch.position();
      Thread.ofVirtual().name("feed-" + tenant).start(this::run);
    } else if (cursor.compareTo(watch.position()) > 0) {
      return false;
    }
    watches.add(watch);
    return true;
  }

  /** Ends being live. */
  synchronized void leave(Watch watch) {
    watches.remove(watch);
  }

  private void run() {
    try {
      var more = false;
      while (true) {
        if (!more) {
          pause();
        }
        synchronized (this) {
          if (watches.isEmpty()) {
            running = false;
            return;
          }
        }
        more = pass();
      }
    } catch (RuntimeException | Error failure) {
      fail(failure);
    }
  }

  /** Only this thread moves the cursor while it runs. */
  private boolean pass() {
    var batch = after(cursor());
    synchronized (this) {
      cursor = batch.end();
      watches.forEach(watch -> watch.inbox().offer(batch));
    }
    return batch.more();
  }

  private synchronized FeedPosition cursor() {
    return cursor;
  }

  /** Nobody is left to believe that nothing happens. */
  private synchronized void fail(Throwable failure) {
    running = false;
    watches.forEach(watch -> watch.inbox().fail(failure));
    watches.clear();
  }

  /** Engines that were started together do not look together. */
  private void pause() {
    var quarter = poll.toNanos() / 4;
    LockSupport.parkNanos(
        poll.toNanos() + ThreadLocalRandom.current().nextLong(-quarter, quarter + 1));
  }
}
