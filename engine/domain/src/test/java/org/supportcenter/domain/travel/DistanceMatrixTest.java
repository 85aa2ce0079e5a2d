package org.supportcenter.domain.travel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DistanceMatrixTest {

  private static final Point NORTH = new Point(52.60, 13.40);
  private static final Point SOUTH = new Point(52.40, 13.40);
  private static final Point NEAR_SOUTH = new Point(52.405, 13.402);
  private static final Point ELSEWHERE = new Point(51, 12);
  private static final StraightLine LINE = new StraightLine(50);

  @Test
  void aLegHoldsForWhateverLiesWithinTheRadius() {
    var times = times(leg("north", "south", 40));

    assertThat(times.between(NORTH, SOUTH)).isEqualTo(Duration.ofMinutes(40));
    assertThat(times.between(NORTH, NEAR_SOUTH)).isEqualTo(Duration.ofMinutes(40));
  }

  @Test
  void aLegGivenOneWayHoldsBothWaysUnlessTheOtherIsGivenToo() {
    assertThat(times(leg("north", "south", 40)).between(SOUTH, NORTH))
        .isEqualTo(Duration.ofMinutes(40));
    assertThat(times(leg("north", "south", 40), leg("south", "north", 35)).between(SOUTH, NORTH))
        .isEqualTo(Duration.ofMinutes(35));
  }

  @Test
  void theGreatCircleCountsWhereThereIsNoLeg() {
    var times = times(leg("north", "south", 40));

    assertThat(times.between(SOUTH, NEAR_SOUTH)).isEqualTo(LINE.between(SOUTH, NEAR_SOUTH));
    assertThat(times.between(NORTH, ELSEWHERE)).isEqualTo(LINE.between(NORTH, ELSEWHERE));
    assertThat(times.between(ELSEWHERE, NORTH)).isEqualTo(LINE.between(ELSEWHERE, NORTH));
  }

  @Test
  void aLegToThePlaceItselfIsForWaysInsideIt() {
    assertThat(times(leg("south", "south", 9)).between(SOUTH, NEAR_SOUTH))
        .isEqualTo(Duration.ofMinutes(9));
  }

  @Test
  void ofSeveralPlacesTheNearestCounts() {
    var wide = new Place("wide", NORTH, 100_000);
    var south = new Place("south", SOUTH, 1000);
    var settings =
        new TravelSettings(
            LINE, List.of(wide, south), List.of(leg("wide", "wide", 1), leg("south", "wide", 2)));

    assertThat(settings.times().between(NORTH, NEAR_SOUTH)).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void withoutLegsThereIsOnlyTheGreatCircle() {
    assertThat(times()).isEqualTo(LINE);
  }

  private static TravelTimes times(Leg... legs) {
    var places = List.of(new Place("north", NORTH, 1000), new Place("south", SOUTH, 1000));
    return new TravelSettings(LINE, places, List.of(legs)).times();
  }

  private static Leg leg(String from, String to, int minutes) {
    return new Leg(from, to, Duration.ofMinutes(minutes));
  }
}
