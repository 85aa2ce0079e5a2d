package org.supportcenter.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.supportcenter.domain.rule.Seed;

/**
 * Clock changes of all of tzdata, against a reading that knows nothing of gaps and overlaps: a wall
 * time opens at the first minute whose clock shows it or later, and closes at the last minute whose
 * clock shows it or, where none does, after the last that shows an earlier time.
 */
class WallClockPropertyTest {

  @Test
  void readsWallTimesAsSomebodyWatchingTheClockWould() {
    long seed = Seed.of(WallClockPropertyTest.class);
    var random = new Random(seed);
    var changed = new ArrayList<ZoneId>();
    for (var id : TzDatabase.ids()) {
      var zone = ZoneId.of(id);
      var from = Instant.parse("2026-11-21T00:00:00Z").plusSeconds(random.nextInt(80_000_000));
      var change = zone.getRules().nextTransition(from);
      if (change != null) {
        changed.add(zone);
        var wall = change.getDateTimeBefore().minusMinutes(90).plusMinutes(random.nextInt(240));
        assertThat(WallClock.opening(wall, zone))
            .as(zone + " " + wall)
            .isEqualTo(first(wall, zone));
        assertThat(WallClock.closing(wall, zone)).as(zone + " " + wall).isEqualTo(last(wall, zone));
      }
    }
    assertThat(changed).hasSizeGreaterThan(100);
  }

  @Test
  void theFirstInstantOfADayIsTheFirstWithItsDate() {
    for (var id : TzDatabase.ids()) {
      var zone = ZoneId.of(id);
      for (var date = LocalDate.of(2027, 1, 1); date.getYear() == 2027; date = date.plusDays(1)) {
        var start = WallClock.startOfDay(date, zone);
        assertThat(WallClock.dateOf(start, zone)).isEqualTo(date);
        assertThat(WallClock.dateOf(start.minusSeconds(1), zone)).isEqualTo(date.minusDays(1));
      }
    }
  }

  private static Instant first(LocalDateTime wall, ZoneId zone) {
    var minute = wall.minusDays(1).atZone(zone).toInstant();
    while (LocalDateTime.ofInstant(minute, zone).isBefore(wall)) {
      minute = minute.plusSeconds(60);
    }
    return minute;
  }

  private static Instant last(LocalDateTime wall, ZoneId zone) {
    var minute = wall.plusDays(1).atZone(zone).toInstant();
    while (LocalDateTime.ofInstant(minute, zone).isAfter(wall)) {
      minute = minute.minusSeconds(60);
    }
    return LocalDateTime.ofInstant(minute, zone).equals(wall) ? minute : minute.plusSeconds(60);
  }
}
