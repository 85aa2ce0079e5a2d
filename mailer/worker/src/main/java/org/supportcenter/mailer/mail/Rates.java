package org.supportcenter.mailer.mail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** How many mails a second go to one domain, so that its servers do not turn us away. */
final class Rates {

  private static final int MOST_DOMAINS = 10_000;

  private final int perSecond;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_DOMAINS)
          .expireAfterAccess(Duration.ofMinutes(1))
          .build();

  Rates(int perSecond) {
    this.perSecond = perSecond;
  }

  /** Takes one; the time to wait before asking again if there is none, else zero. */
  Duration take(String domain) {
    var probe = buckets.get(domain, _ -> bucket()).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }
}
