package org.supportcenter.store.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportcenter.domain.policy.Limits;
import org.supportcenter.domain.schedule.Neighbourhood;
import org.supportcenter.domain.time.Span;

class ReachTest {
  private static final Instant MONDAY = Instant.parse("2027-03-01T00:00:00Z");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everythingThatCanMatterToAVisitIsWithin(long seed) {
    var random = new Random(seed);
    var zones = new ArrayList<>(new TreeSet<>(ZoneId.getAvailableZoneIds()));
    for (int i = 0; i < 2_000; i++) {
      var zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
      var other = ZoneId.of(zones.get(random.nextInt(zones.size())));
      var first = MONDAY.plusSeconds(random.nextInt(86_400 * 365));
      var last = first.plusSeconds(random.nextInt(86_400 * 3));
      var longest = upTo(random, Limits.VISIT_DURATION.max());
      var start = first.plus(upTo(random, Duration.between(first, last)));
      var visit = new Span(start, start.plus(longest));
      var before = upTo(random, Limits.BUFFER.max());
      var after = upTo(random, Limits.BUFFER.max());
      var near = Neighbourhood.of(visit, before, after, zone);
      var longer = before.compareTo(after) > 0 ? before : after;

      var reach = Reach.around(first, last, longest);
      var narrow = reach.in(List.of(zone, other), Duration.ZERO);
      var ofNew = Reach.ofNew(first, last, longest).in(List.of(zone, other), longer);

      assertThat(covers(ofNew, near.envelope())).as(zone.getId()).isTrue();
      assertThat(covers(narrow, ofNew)).as(zone.getId()).isTrue();
      assertThat(covers(reach.inAnyZone(), narrow)).as(zone.getId()).isTrue();
    }
  }

  @Test
  void aDayInOneZoneReachesNoFurtherThanItsBuffers() {
    var utc = Set.of(ZoneId.of("Etc/UTC"));
    var last = MONDAY.plusSeconds(86_399);
    var quarter = Duration.ofMinutes(15);
    var booked = Reach.around(MONDAY, last, Duration.ofSeconds(1)).in(utc, quarter);
    var ofNew = Reach.ofNew(MONDAY, last, Duration.ofSeconds(1)).in(utc, quarter);

    assertThat(booked.length())
        .isEqualTo(Duration.ofDays(1).plus(Limits.BUFFER.max().multipliedBy(2)));
    assertThat(ofNew.length()).isEqualTo(Duration.ofDays(1).plus(quarter.multipliedBy(2)));
  }

  @Test
  void whatElseIsAskedForIsWithin() {
    var week = new Span(MONDAY, MONDAY.plusSeconds(86_400 * 7));
    var reach = Reach.around(MONDAY, MONDAY, Duration.ofHours(1)).over(week);

    assertThat(covers(reach.in(Set.of(), Duration.ZERO), week)).isTrue();
    assertThat(Reach.exactly(week).inAnyZone()).isEqualTo(week);
    assertThatThrownBy(() -> new Reach(null, null)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Duration upTo(Random random, Duration most) {
    return Duration.ofSeconds(1 + random.nextLong(Math.max(1, most.toSeconds())));
  }

  private static boolean covers(Span one, Span other) {
    return !one.start().isAfter(other.start()) && !one.end().isBefore(other.end());
  }
}
