package org.supportcenter.runtime;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that nobody waits for, one piece at a time. */
public final class Background implements Executor, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Background.class);
  private static final Duration LAST_WAIT = Duration.ofSeconds(5);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("background").daemon().factory());

  @Override
  public void execute(Runnable work) {
    thread.execute(work);
  }

  /** Does the work again and again. Processes started together do not do it together. */
  public void every(Duration interval, String name, Runnable work) {
    var first = ThreadLocalRandom.current().nextLong(interval.toMillis());
    // Its future would only tell of failures, which attempt does.
    var _ =
        thread.scheduleWithFixedDelay(
            () -> attempt(name, work), first, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void attempt(String name, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error failure) {
      log.warn("The chore {} failed and will be tried again", name, failure);
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LAST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException hurry) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
