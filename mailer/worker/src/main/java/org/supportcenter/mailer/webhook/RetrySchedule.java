package org.supportcenter.mailer.webhook;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a message that was not taken is sent again: the schedule that the Standard Webhooks
 * specification suggests, ten attempts over three days and three hours.
 */
final class RetrySchedule {

  /** The wait after the first failed attempt, after the second, and so on. */
  static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  /** How many attempts a message gets. */
  static final int ATTEMPTS = WAITS.size() + 1;

  /** An endpoint that has taken nothing for so long is paused. */
  static final Duration PATIENCE = Duration.ofDays(3);

  /** No receiver can put us off for longer. */
  static final Duration LONGEST_ASKED_FOR = Duration.ofHours(24);

  private static final Duration FIRST_REST = Duration.ofSeconds(1);
  private static final Duration LONGEST_REST = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 16;
  private static final int JITTER_PERCENT = 10;

  private RetrySchedule() {}

  /**
   * How long until the next attempt.
   *
   * @param tries attempts that failed, at least 1
   * @return up to a tenth longer than scheduled, so that messages that failed together do not come
   *     back together; null when it is given up
   */
  static @Nullable Duration next(int tries, RandomGenerator random) {
    if (tries > WAITS.size()) {
      return null;
    }
    var wait = WAITS.get(tries - 1);
    return wait.plusMillis(random.nextLong(wait.toMillis() * JITTER_PERCENT / 100 + 1));
  }

  /**
   * How long an endpoint is left in peace: one that is down is asked now and then with one message,
   * not with all that wait for it.
   *
   * @param failures in a row, over all its messages; at least 1
   */
  static Duration rest(int failures) {
    var rest = FIRST_REST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
  }
}
