package org.supportcenter.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A closed loop: every caller books its next visit as soon as the last one is answered. */
final class Load {

  private Load() {}

  /**
   * Runs {@code callers} at once for {@code length}.
   *
   * @throws IOException when nothing was accepted, with the last refusal
   */
  static Measured run(
      String what, int callers, Duration length, Supplier<Booker> bookers, Supplier<Visit> visits)
      throws IOException, InterruptedException {
    var failures = new AtomicInteger();
    var lastFailure = new AtomicReference<String>("no call was made");
    var start = System.nanoTime();
    var end = start + length.toNanos();
    var nanos = new ArrayList<Long>();
    try (var threads = Executors.newFixedThreadPool(callers)) {
      List<Future<List<Long>>> all = new ArrayList<>();
      for (var i = 0; i < callers; i++) {
        all.add(
            threads.submit(
                () -> {
                  var mine = new ArrayList<Long>();
                  try (var booker = bookers.get()) {
                    for (var now = System.nanoTime(); now < end; ) {
                      try {
                        booker.book(visits.get());
                        var after = System.nanoTime();
                        mine.add(after - now);
                        now = after;
                      } catch (IOException e) {
                        failures.incrementAndGet();
                        lastFailure.set(String.valueOf(e.getMessage()));
                        now = System.nanoTime();
                      }
                    }
                  }
                  return mine;
                }));
      }
      for (var one : all) {
        nanos.addAll(one.get());
      }
    } catch (ExecutionException e) {
      throw new IOException("A caller broke: " + e.getCause(), e);
    }
    if (nanos.isEmpty()) {
      throw new IOException("No booking was accepted: " + lastFailure.get());
    }
    var seconds = (System.nanoTime() - start) / 1e9;
    return new Measured(
        what,
        callers,
        seconds,
        nanos.stream().mapToLong(Long::longValue).toArray(),
        failures.get());
  }
}
