package org.supportcenter.mailer.work;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Who is being worked for. No tenant may have more than its share of the slots. Thread-safe. */
final class Slots {

  private final int all;
  private final int perTenant;
  private final Map<UUID, Integer> taken = new HashMap<>();
  private int free;
  private long releases;

  Slots(int all, int perTenant) {
    this.all = all;
    this.perTenant = perTenant;
    this.free = all;
  }

  /** Takes slots for a tenant: as many as are free, wanted and its due. */
  synchronized int take(UUID tenant, int wanted) {
    var due = perTenant - taken.getOrDefault(tenant, 0);
    var got = Math.max(0, Math.min(wanted, Math.min(free, due)));
    if (got > 0) {
      taken.merge(tenant, got, Integer::sum);
      free -= got;
    }
    return got;
  }

  synchronized void release(UUID tenant, int count) {
    if (count > 0) {
      taken.computeIfPresent(tenant, (_, had) -> had == count ? null : had - count);
      free += count;
      releases++;
      notifyAll();
    }
  }

  synchronized int inUse() {
    return all - free;
  }

  /** Waits until a slot is released, or for that long. */
  synchronized void awaitRelease(Duration longest) throws InterruptedException {
    var deadline = System.nanoTime() + longest.toNanos();
    var before = releases;
    var left = longest.toMillis();
    while (releases == before && left > 0) {
      wait(left);
      left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    }
  }

  /**
   * Waits until none is in use.
   *
   * @return whether that came about in time
   */
  synchronized boolean awaitAllFree(Duration longest) throws InterruptedException {
    var deadline = System.nanoTime() + longest.toNanos();
    while (free < all) {
      var left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }
}
