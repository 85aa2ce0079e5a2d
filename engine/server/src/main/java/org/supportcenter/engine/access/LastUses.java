package org.supportcenter.engine.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.store.access.ApiKeyStore;

/** Notes when keys are used, at most once a minute for each and never while a caller waits. */
public final class LastUses {

  private static final Logger log = LoggerFactory.getLogger(LastUses.class);
  private static final Duration INTERVAL = Duration.ofMinutes(1);
  private static final int MOST_KEYS = 10_000;

  private final ApiKeyStore keys;
  private final Executor background;
  private final InstantSource clock;
  private final Cache<UUID, Instant> noted;

  /** Writes on the executor. */
  public LastUses(ApiKeyStore keys, Executor background, InstantSource clock) {
    this.keys = keys;
    this.background = background;
    this.clock = clock;
    this.noted =
        Caffeine.newBuilder()
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .expireAfterWrite(INTERVAL)
            .maximumSize(MOST_KEYS)
            .build();
  }

  /** The key was used now. */
  void used(UUID tenant, UUID key) {
    if (noted.getIfPresent(key) != null) {
      return;
    }
    var now = clock.instant();
    if (noted.asMap().putIfAbsent(key, now) == null) {
      try {
        background.execute(() -> write(tenant, key, now));
      } catch (RejectedExecutionException shuttingDown) {
        log.debug("Too late to note a use of a key", shuttingDown);
      }
    }
  }

  private void write(UUID tenant, UUID key, Instant now) {
    try {
      keys.noteUse(tenant, key, now);
    } catch (RuntimeException failure) {
      noted.invalidate(key);
      log.warn("The last use of a key cannot be noted", failure);
    }
  }
}
