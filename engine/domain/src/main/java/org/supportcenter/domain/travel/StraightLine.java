package org.supportcenter.domain.travel;

import java.time.Duration;

/**
 * Travel along the great circle at one speed. The speed stands for detours, too: choose it lower
 * than that of the car.
 *
 * @param kilometresPerHour above zero
 */
public record StraightLine(double kilometresPerHour) implements TravelTimes {

  /** What holds where the tenant says nothing: about that of a car in a town, detours included. */
  public static final StraightLine DEFAULT = new StraightLine(30);

  private static final double METRES_PER_SECOND = 1000.0 / 3600;

  public StraightLine {
    if (!(kilometresPerHour > 0)) {
      throw new IllegalArgumentException("The speed must be above zero: " + kilometresPerHour);
    }
  }

  /** Rounded up, so that nobody is expected before they can be there. */
  @Override
  public Duration between(Point from, Point to) {
    var seconds = from.metresTo(to) / (kilometresPerHour * METRES_PER_SECOND);
    return Duration.ofSeconds((long) Math.ceil(seconds));
  }
}
