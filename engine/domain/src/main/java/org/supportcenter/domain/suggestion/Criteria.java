package org.supportcenter.domain.suggestion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.supportcenter.domain.time.Span;

/** All soft rules at work for one request, each with its weight. */
final class Criteria {

  private final Criterion[] all;
  private final int[] weights;

  Criteria(Instant now, Span window, Preferences preferences, Weights weights) {
    this.all =
        new Criterion[] {
          new Sooner(now, window, preferences),
          new CompactDay(),
          new BalancedLoad(),
          new SameTechnician(preferences),
          new PreferredTechnician(preferences),
          new PreferredTime(preferences),
          new LessTravel(preferences)
        };
    this.weights = Arrays.stream(all).mapToInt(criterion -> weights.of(criterion.rule())).toArray();
  }

  /** What the slot gets in all. */
  int points(Spot spot) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += all[i].points(spot, weights[i]);
    }
    return sum;
  }

  /** What each soft rule thinks of the slot. */
  List<Contribution> contributions(Spot spot) {
    var contributions = new ArrayList<Contribution>(weights.length);
    for (int i = 0; i < weights.length; i++) {
      var criterion = all[i];
      contributions.add(
          new Contribution(
              criterion.rule(), criterion.points(spot, weights[i]), criterion.sentence(spot)));
    }
    return contributions;
  }
}
