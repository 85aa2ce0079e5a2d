package org.supportcenter.domain.suggestion;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.supportcenter.domain.time.Span;

/** All soft rules at work for one request, each with its weight. */
final class Criteria {

  private final Weighted[] all;
  private final Weighted[] ofTechnicians;
  private final Weighted[] ofStarts;

  private record Weighted(Criterion criterion, int weight) {

    int points(Spot spot) {
      return criterion.points(spot, weight);
    }
  }

  Criteria(Instant now, Span window, Preferences preferences, Weights weights) {
    this.all =
        Stream.of(
                new Sooner(now, window, preferences),
                new CompactDay(),
                new BalancedLoad(),
                new SameTechnician(preferences),
                new PreferredTechnician(preferences),
                new PreferredTime(preferences),
                new LessTravel(preferences))
            .map(criterion -> new Weighted(criterion, weights.of(criterion.rule())))
            .toArray(Weighted[]::new);
    this.ofTechnicians = those(criterion -> criterion.looksAtTechnicianOnly());
    this.ofStarts = those(criterion -> !criterion.looksAtTechnicianOnly());
  }

  private Weighted[] those(Predicate<Criterion> which) {
    return Arrays.stream(all).filter(each -> which.test(each.criterion())).toArray(Weighted[]::new);
  }

  /** What every slot of the technician gets, wherever it starts. */
  int pointsOfTechnician(Spot spot) {
    return sum(ofTechnicians, spot);
  }

  /** What the slot gets beside {@link #pointsOfTechnician}. */
  int pointsOfStart(Spot spot) {
    return sum(ofStarts, spot);
  }

  private static int sum(Weighted[] some, Spot spot) {
    int sum = 0;
    for (var each : some) {
      sum += each.points(spot);
    }
    return sum;
  }

  /** What each soft rule thinks of the slot. */
  List<Contribution> contributions(Spot spot) {
    return Arrays.stream(all)
        .map(
            each ->
                new Contribution(
                    each.criterion().rule(), each.points(spot), each.criterion().sentence(spot)))
        .toList();
  }
}
