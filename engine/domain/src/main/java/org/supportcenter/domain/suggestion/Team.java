package org.supportcenter.domain.suggestion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How the booked hours of each week are spread over the technicians that are asked. */
final class Team {

  /**
   * A technician's week, in seconds.
   *
   * @param booked visits that start in it
   * @param share what would be booked if the team's booked time were spread by working time
   */
  record Load(long booked, long share) {

    /** How far the technician is below the share; not negative. */
    long below() {
      return Math.max(0, share - booked);
    }
  }

  private final Map<UUID, Load[]> loads = new HashMap<>();
  private final int firstWeek;

  Team(List<Roster> rosters, Calendars calendars) {
    this.firstWeek = calendars.firstWeek();
    var weeks = calendars.weeks();
    var booked = new long[weeks];
    var working = new long[weeks];
    var own = new HashMap<UUID, long[][]>();
    for (var roster : rosters) {
      var each = new long[][] {new long[weeks], new long[weeks]};
      for (int i = 0; i < weeks; i++) {
        each[0][i] = roster.bookedIn(firstWeek + i);
        each[1][i] = roster.workingIn(firstWeek + i);
        booked[i] += each[0][i];
        working[i] += each[1][i];
      }
      own.put(roster.enquiry.technician().id(), each);
    }
    own.forEach(
        (technician, each) -> {
          var mine = new Load[weeks];
          for (int i = 0; i < weeks; i++) {
            var share = working[i] == 0 ? 0 : booked[i] * each[1][i] / working[i];
            mine[i] = new Load(each[0][i], share);
          }
          loads.put(technician, mine);
        });
  }

  /** The loads of the weeks of the roster's days, by day. */
  Load[] loads(Roster roster) {
    var mine = loads.get(roster.enquiry.technician().id());
    if (mine == null) {
      throw new IllegalArgumentException("The technician is not in the team");
    }
    var byDay = new Load[roster.days()];
    for (int day = 0; day < byDay.length; day++) {
      byDay[day] = mine[roster.week(day) - firstWeek];
    }
    return byDay;
  }
}
