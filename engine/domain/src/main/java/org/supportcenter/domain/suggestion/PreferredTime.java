package org.supportcenter.domain.suggestion;

import java.time.Duration;
import java.util.List;
import org.supportcenter.domain.rule.Words;
import org.supportcenter.domain.time.Span;

/**
 * A time the request asks for: the whole weight where the visit lies inside one, less the further
 * it would have to be moved to, nothing from eight hours on. In a time that is shorter than the
 * visit it should start with it.
 */
final class PreferredTime implements Criterion {

  private static final long REACH = 8 * HOUR;

  private final List<Span> times;

  PreferredTime(Preferences preferences) {
    this.times = preferences.preferredTimes();
  }

  @Override
  public SoftRule rule() {
    return SoftRule.PREFERRED_TIME;
  }

  @Override
  public int points(Spot spot, int weight) {
    return Criterion.share(weight, REACH - Math.min(REACH, distance(spot)), REACH);
  }

  @Override
  public String sentence(Spot spot) {
    if (times.isEmpty()) {
      return "No time was asked for.";
    }
    var distance = distance(spot);
    return distance == 0
        ? "It lies in a time asked for."
        : "It lies %s away from the nearest time asked for."
            .formatted(Words.length(Duration.ofSeconds(distance)));
  }

  /** How far the visit would have to be moved; beyond every reach when no time was asked for. */
  private long distance(Spot spot) {
    long least = Long.MAX_VALUE;
    for (var time : times) {
      long first = time.start().getEpochSecond();
      long last = Math.max(first, time.end().getEpochSecond() - spot.roster().duration);
      long distance = Math.max(0, Math.max(first - spot.start(), spot.start() - last));
      least = Math.min(least, distance);
    }
    return least;
  }
}
