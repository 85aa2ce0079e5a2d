package org.supportcenter.domain.suggestion;

import java.time.Duration;
import org.supportcenter.domain.rule.Words;

/**
 * A time the request asks for: the whole weight where the visit lies inside one, less the further
 * it would have to be moved to, nothing from eight hours on. In a time that is shorter than the
 * visit it should start with it.
 */
final class PreferredTime implements Criterion {

  private static final long REACH = 8 * HOUR;

  private final long[] starts;
  private final long[] ends;

  PreferredTime(Preferences preferences) {
    var times = preferences.preferredTimes();
    this.starts = times.stream().mapToLong(time -> time.start().getEpochSecond()).toArray();
    this.ends = times.stream().mapToLong(time -> time.end().getEpochSecond()).toArray();
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
    if (starts.length == 0) {
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
    for (int i = 0; i < starts.length; i++) {
      long first = starts[i];
      long last = Math.max(first, ends[i] - spot.roster().duration);
      long distance = Math.max(0, Math.max(first - spot.start(), spot.start() - last));
      least = Math.min(least, distance);
    }
    return least;
  }
}
