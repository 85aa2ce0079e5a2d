package org.supportcenter.domain.plan;

import java.time.Duration;
import org.supportcenter.domain.policy.Limits.DurationRange;

/**
 * How long a tenant's plans are searched for.
 *
 * @param byDefault for plans that do not say
 * @param most that a plan may ask for
 */
public record PlanLimits(Duration byDefault, Duration most) {

  /** What either of them may be. */
  public static final DurationRange RANGE =
      new DurationRange(Duration.ofSeconds(1), Duration.ofHours(1));

  /** What holds until somebody changes it. */
  public static final PlanLimits DEFAULTS =
      new PlanLimits(Duration.ofSeconds(30), Duration.ofMinutes(5));
}
