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
 * long are called off, and others would wait behind nobody.
 *
 * <p>A mail queues first among those of its own tenant, as if they went to the domain alone, and
 * then among those of all. So a tenant with a thousand mails waits for itself, and one with a
 * single mail for hardly anybody. Thread-safe.
 */
final class Turns {

  private static final int MOST_QUEUES = 10_000;
  private static final int MOST_WAITING = 100_000;

  /** How far ahead turns are given; the others come and ask again then. */
  static final Duration HORIZON = Duration.ofMinutes(1);

  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

  private final int perSecond;
  private final Cache<Queue, Bucket> queues =
      Caffeine.newBuilder().maximumSize(MOST_QUEUES).expireAfterAccess(FORGOTTEN_AFTER).build();
  private final Cache<UUID, Waiting> waiting =
      Caffeine.newBuilder().maximumSize(MOST_WAITING).expireAfterWrite(FORGOTTEN_AFTER).build();

  private sealed interface Queue {}

  private record OfTenant(String domain, UUID tenant) implements Queue {}

  private record OfAll(String domain) implements Queue {}

  /** In which queue a mail was given a turn. */
  private enum Waiting {
    AMONG_ITS_TENANTS,
    AMONG_ALL
  }

  /**
   * @param perSecond mails to one domain
   */
  Turns(int perSecond) {
    this.perSecond = perSecond;
  }

  /**
   * Takes the mail's turn. Who comes back after the time told does not queue for the same again,
   * unless that was as long as waits can be.
   *
   * @return how long until it may be sent or has to ask again, {@link #HORIZON} at most; zero: now
   */
  Duration take(UUID tenant, UUID mail, String address) {
    var waited = waiting.asMap().remove(mail);
    if (waited == Waiting.AMONG_ALL) {
      return Duration.ZERO;
    }
    var domain = domain(address);
    if (waited == null) {
      var own = queue(mail, new OfTenant(domain, tenant), Waiting.AMONG_ITS_TENANTS);
      if (!own.isZero()) {
        return own;
      }
    }
    return queue(mail, new OfAll(domain), Waiting.AMONG_ALL);
  }

  /** Gives back a turn that was taken and not used, for whoever queues next. */
  void giveBack(UUID tenant, String address) {
    var domain = domain(address);
    queues.get(new OfTenant(domain, tenant), _ -> bucket()).addTokens(1);
    queues.get(new OfAll(domain), _ -> bucket()).addTokens(1);
  }

  private static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  private Duration queue(UUID mail, Queue queue, Waiting reason) {
    var bucket = queues.get(queue, _ -> bucket());
    if (bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill() > HORIZON.toNanos()) {
      return HORIZON;
    }
    var wait = Duration.ofNanos(bucket.consumeIgnoringRateLimits(1));
    if (!wait.isZero()) {
      waiting.put(mail, reason);
    }
    return wait;
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }
}
