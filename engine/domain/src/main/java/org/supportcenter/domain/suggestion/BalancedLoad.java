package org.supportcenter.domain.suggestion;

import java.time.Duration;
import org.supportcenter.domain.rule.Words;

/**
 * A technician below the share of the team's booked hours in the week of the start. Eight hours
 * below and more give the whole weight, at or above the share there is nothing.
 */
final class BalancedLoad implements Criterion {

  private static final long WORKING_DAY = 8 * HOUR;

  @Override
  public SoftRule rule() {
    return SoftRule.BALANCED_LOAD;
  }

  @Override
  public int points(Spot spot, int weight) {
    return Criterion.share(weight, Math.min(spot.load().below(), WORKING_DAY), WORKING_DAY);
  }

  @Override
  public String sentence(Spot spot) {
    var load = spot.load();
    var booked = length(load.booked());
    var share = length(load.share());
    return load.below() > 0
        ? "The technician has %s booked in that week, less than an even share of %s."
            .formatted(booked, share)
        : "The technician has %s booked in that week, no less than an even share of %s."
            .formatted(booked, share);
  }

  private static String length(long seconds) {
    return Words.length(Duration.ofMinutes(seconds / 60));
  }
}
