package org.supportcenter.mailer.mail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

/**
 * How many mails a second go to one domain, so that its servers do not turn us away. A mail for
 * which there is no room now is given its turn at once: looking at a long queue again and again
 * would cost more than sending it. Nobody is promised a turn far ahead, for many of those who wait
 * long are called off, and others would wait behind nobody. Thread-safe.
 */
final class Turns {

  private static final int MOST_DOMAINS = 10_000;
  private static final int MOST_WAITING = 100_000;

  /** How far ahead turns are given; the others come and ask again then. */
  static final Duration HORIZON = Duration.ofMinutes(1);

  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

  private final int perSecond;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MOST_DOMAINS).expireAfterAccess(FORGOTTEN_AFTER).build();
  private final Cache<UUID, Boolean> waiting =
      Caffeine.newBuilder().maximumSize(MOST_WAITING).expireAfterWrite(FORGOTTEN_AFTER).build();

  /**
   * @param perSecond mails to one domain
   */
  Turns(int perSecond) {
    this.perSecond = perSecond;
  }

  /**
   * Takes the mail's turn. Who comes back after the time told is not made to wait again, unless
   * that was as long as waits can be.
   *
   * @return how long until the turn, {@link #HORIZON} at most; zero: it is now
   */
  Duration take(UUID mail, String address) {
    if (waiting.asMap().remove(mail) != null) {
      return Duration.ZERO;
    }
    var domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    var bucket = buckets.get(domain, _ -> bucket());
    if (bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill() > HORIZON.toNanos()) {
      return HORIZON;
    }
    var wait = Duration.ofNanos(bucket.consumeIgnoringRateLimits(1));
    if (!wait.isZero()) {
      waiting.put(mail, true);
    }
    return wait;
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }
}
