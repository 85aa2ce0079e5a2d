package org.supportcenter.domain.suggestion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.slot.SideBySide;
import org.supportcenter.domain.slot.Slot;
import org.supportcenter.domain.slot.SlotSearch;
import org.supportcenter.domain.time.Span;
import org.supportcenter.domain.travel.TravelTimes;

/**
 * Ranks every free slot of the technicians asked by the soft rules. What does not depend on the
 * start is worked out once per technician or day; see {@link Roster} and {@link Spot}.
 */
public final class Suggester {

  /** How many are suggested unless the caller says otherwise. */
  public static final int USUAL = 5;

  /** How many can be suggested. */
  public static final int MOST = 50;

  private final SlotSearch search;

  /** Ranks what the search finds. */
  public Suggester(SlotSearch search) {
    this.search = search;
  }

  /**
   * The best slots: the first is the best of all, and no two with one technician start within an
   * hour of each other.
   *
   * @param most how many at most
   * @return the best first; empty when there is no slot
   */
  public List<Suggestion> suggest(
      Situation situation, Preferences preferences, SuggestionSettings settings, int most) {
    var visits = new Visits(situation);
    var calendars = new Calendars(situation.window());
    var rosters = rosters(situation, visits, calendars);
    var team = new Team(rosters, calendars);
    var rating = new Rating(situation, preferences, settings, team);
    var ranking = new Ranking();
    var rated = SideBySide.map(rosters, roster -> rated(roster, situation, visits, rating));
    for (int i = 0; i < rated.size(); i++) {
      rated.get(i).addTo(ranking, i);
    }
    return ranking.best(most).stream()
        .map(pick -> rating.explained(rosters.get(pick.technician()), pick.start()))
        .toList();
  }

  private Rated rated(Roster roster, Situation situation, Visits visits, Rating rating) {
    var starts =
        search.startSeconds(roster.enquiry, situation.window(), visits.concerning(roster.enquiry));
    return starts.length == 0 ? Rated.NOTHING : rating.rated(roster, starts);
  }

  /** The free starts of one technician, in epoch seconds and in order, with their points. */
  private static final class Rated {
    static final Rated NOTHING = new Rated(new long[0], new int[0]);

    private final long[] starts;
    private final int[] points;

    Rated(long[] starts, int[] points) {
      this.starts = starts;
      this.points = points;
    }

    void addTo(Ranking ranking, int technician) {
      for (int i = 0; i < starts.length; i++) {
        ranking.add(technician, starts[i], points[i]);
      }
    }
  }

  /** In the order in which technicians win a tie. */
  private static List<Roster> rosters(Situation situation, Visits visits, Calendars calendars) {
    var inOrder =
        situation.enquiries().stream()
            .sorted((one, other) -> Slot.compareIds(id(one), id(other)))
            .toList();
    return SideBySide.map(
        inOrder, enquiry -> new Roster(enquiry, visits.of(id(enquiry)), situation, calendars));
  }

  private static UUID id(Enquiry enquiry) {
    return enquiry.technician().id();
  }

  /** What all technicians of one request are rated by. */
  private static final class Rating {
    private final Situation situation;
    private final Preferences preferences;
    private final TravelTimes times;
    private final Team team;
    private final Criteria criteria;

    Rating(Situation situation, Preferences preferences, SuggestionSettings settings, Team team) {
      this.situation = situation;
      this.preferences = preferences;
      this.times = settings.travel().times();
      this.team = team;
      this.criteria =
          new Criteria(
              situation.facts().now(), situation.window(), preferences, settings.weights());
    }

    Rated rated(Roster roster, long[] starts) {
      var spot = spot(roster);
      var everywhere = criteria.pointsOfTechnician(spot);
      var points = new int[starts.length];
      for (int i = 0; i < starts.length; i++) {
        points[i] = everywhere + criteria.pointsOfStart(spot.moveTo(starts[i]));
      }
      return new Rated(starts, points);
    }

    Spot spot(Roster roster) {
      var ways = new Ways(roster, preferences.place(), situation.points(), times);
      return new Spot(roster, team, ways);
    }

    Suggestion explained(Roster roster, long start) {
      var spot = spot(roster).moveTo(start);
      var span = Span.of(Instant.ofEpochSecond(start), roster.enquiry.duration());
      return new Suggestion(
          new Slot(roster.enquiry.technician().id(), span), criteria.contributions(spot));
    }
  }
}
