package org.supportcenter.domain.plan;

import java.time.Duration;
import org.supportcenter.domain.policy.Limits.DurationRange;

/**
 * How long a tenant's plans are searched for.
 *
 * @param byDefault for plans that do not say, unless they have few visits
 * @param most that a plan may ask for
 */
public record PlanLimits(Duration byDefault, Duration most) {

  /** What either of them may be. */
  public static final DurationRange RANGE =
      new DurationRange(Duration.ofSeconds(1), Duration.ofHours(1));

  /** What holds until somebody changes it. */
  public static final PlanLimits DEFAULTS =
      new PlanLimits(Duration.ofSeconds(30), Duration.ofMinutes(5));

  private static final Duration LEAST = Duration.ofMillis(500);
  private static final Duration EACH_SQUARED = Duration.ofMillis(20);

  /**
   * How long a plan of so many visits is searched for when it does not say, in whole seconds: a few
   * visits have few orders, and the best of them is found long before the time is over.
   */
  public Duration byDefault(int visits) {
    var needed = LEAST.plus(EACH_SQUARED.multipliedBy((long) visits * visits));
    var rounded = Duration.ofSeconds(needed.plusMillis(999).toSeconds());
    return rounded.compareTo(byDefault) < 0 ? rounded : byDefault;
  }
}
