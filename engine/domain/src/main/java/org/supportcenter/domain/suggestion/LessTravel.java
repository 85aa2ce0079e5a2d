package org.supportcenter.domain.suggestion;

import java.time.Duration;
import org.supportcenter.domain.rule.Words;

/**
 * Short ways from the visit before and to the visit after on the local day, or from and to home
 * where there is none. Each way gives up to half of the weight: all of it when it takes no time,
 * nothing from an hour on, when one end is unknown, or when there is not that much time between the
 * visits.
 */
final class LessTravel implements Criterion {

  private static final int WAYS = 2;

  private final boolean isPlaceKnown;

  LessTravel(Preferences preferences) {
    this.isPlaceKnown = preferences.place() != null;
  }

  @Override
  public SoftRule rule() {
    return SoftRule.LESS_TRAVEL;
  }

  @Override
  public int points(Spot spot, int weight) {
    var near = near(spot.wayThere(), spot.timeBefore()) + near(spot.wayOn(), spot.timeAfter());
    return Criterion.share(weight, near, WAYS * HOUR);
  }

  @Override
  public String sentence(Spot spot) {
    if (!isPlaceKnown) {
      return "The coordinates of the visit are not known.";
    }
    return "The way to it %s, and the way from it %s."
        .formatted(told(spot.wayThere(), spot.timeBefore()), told(spot.wayOn(), spot.timeAfter()));
  }

  private static long near(long way, long time) {
    return way == Ways.UNKNOWN || way > time ? 0 : Math.max(0, HOUR - way);
  }

  private static String told(long way, long time) {
    if (way == Ways.UNKNOWN) {
      return "is not known";
    }
    var takes = "takes " + Words.length(Duration.ofMinutes(Math.ceilDiv(way, 60)));
    return way > time ? takes + ", more than there is time" : takes;
  }
}
