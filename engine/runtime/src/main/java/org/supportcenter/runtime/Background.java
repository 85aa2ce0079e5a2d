package org.supportcenter.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that nobody waits for, one piece at a time. */
public final class Background implements Executor, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Background.class);
  private static final Duration LAST_WAIT = Duration.ofSeconds(5);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("background").daemon().factory());

  /** What is done again and again, by name. */
  private final Map<String, Future<?>> chores = new ConcurrentHashMap<>();

  @Override
  public void execute(Runnable work) {
    thread.execute(work);
  }

  /** Does the work again and again. Processes started together do not do it together. */
  public void every(Duration interval, String name, Runnable work) {
    var first = ThreadLocalRandom.current().nextLong(interval.toMillis());
    chores.put(
        name,
        thread.scheduleWithFixedDelay(
            () -> attempt(name, work), first, interval.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Which chores have ended though nobody stopped them, in a sentence; null if none has. */
  public @Nullable String ended() {
    var ended =
        chores.entrySet().stream()
            .filter(chore -> chore.getValue().isDone())
            .map(Map.Entry::getKey)
            .sorted()
            .collect(Collectors.joining(", "));
    return ended.isEmpty() || thread.isShutdown()
        ? null
        : "What is done in the background has ended: %s.".formatted(ended);
  }

  /** Begins nothing more; what is being done may end. */
  public void stop() {
    thread.shutdown();
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
    stop();
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
