package org.supportcenter.mailer.work;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: twice as long each time, up to a limit, and never as long
 * as others that failed at the same moment.
 *
 * @param first the longest wait after the first failure
 * @param longest the longest wait after any
 */
public record Backoff(Duration first, Duration longest) {

  private static final int MOST_DOUBLINGS = 30;

  /**
   * The wait.
   *
   * @param failures how many tries have failed; at least 1
   * @return between half of the time that this many failures deserve and all of it
   */
  public Duration after(int failures, RandomGenerator random) {
    var doublings = Math.min(failures - 1, MOST_DOUBLINGS);
    var full = Math.min(first.toMillis() << doublings, longest.toMillis());
    return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
  }
}
