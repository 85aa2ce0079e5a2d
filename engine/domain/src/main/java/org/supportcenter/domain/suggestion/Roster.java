package org.supportcenter.domain.suggestion;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.schedule.BookedVisit;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Occupancy;
import org.supportcenter.domain.time.Span;
import org.supportcenter.domain.time.WallClock;
import org.supportcenter.domain.travel.Point;

/**
 * What one technician does around the window, worked out once, so that a candidate costs only a few
 * comparisons. Times are epoch seconds.
 */
final class Roster {

  final Enquiry enquiry;
  final long duration;
  final long bufferBefore;
  final long bufferAfter;

  /** The shortest visit anybody would book in a gap. */
  final long shortest;

  /** Where the days begin and end; null when unknown. */
  final @Nullable Point home;

  /** Visits that take time or took it, by end. */
  final Itinerary byEnd;

  /** The same visits by start. */
  final Itinerary byStart;

  /** Working time that nothing takes, buffers of visits included. */
  final Stretches free;

  private final Stretches working;
  private final LocalDate firstDate;
  private final long[] dayStarts;
  private final int firstWeek;
  private final long[] weekStarts;

  Roster(Enquiry enquiry, List<BookedVisit> visits, Situation situation, Calendars calendars) {
    var technician = enquiry.technician();
    var zone = technician.zone();
    this.enquiry = enquiry;
    this.duration = enquiry.duration().toSeconds();
    this.bufferBefore = enquiry.bufferBefore().toSeconds();
    this.bufferAfter = enquiry.bufferAfter().toSeconds();
    this.shortest = shortest(enquiry, situation.shortestService()).toSeconds();
    this.home = situation.homes().get(technician.id());
    this.byEnd = Itinerary.byEnd(visits);
    this.byStart = Itinerary.byStart(visits);
    var absences = new ArrayList<Span>();
    technician.timeOff().forEach(off -> absences.add(off.span()));
    technician.closures().forEach(closure -> absences.add(closure.in(zone)));
    this.working = calendars.working(technician.workingHours()).without(absences);
    var taken = new ArrayList<Span>();
    technician.busy().forEach(block -> taken.add(block.span()));
    visits.stream()
        .filter(visit -> visit.occupancy().holdsTime())
        .forEach(visit -> taken.add(visit.occupied()));
    this.free = working.without(taken);
    this.firstDate = WallClock.dateOf(situation.window().start(), zone);
    this.dayStarts = calendars.dayStarts(zone);
    this.firstWeek = calendars.firstWeek();
    this.weekStarts = calendars.weekStarts(zone);
  }

  /** How many local days the window touches. */
  int days() {
    return dayStarts.length - 1;
  }

  /** The first instant of the local day, counted from the first one of the window. */
  long dayStart(int day) {
    return dayStarts[day];
  }

  /** The week the local day lies in. */
  int week(int day) {
    return Weeks.of(firstDate.plusDays(day));
  }

  /** Seconds the technician works in a week, absences taken out. */
  long workingIn(int week) {
    return working.within(weekStart(week), weekStart(week + 1));
  }

  /** Seconds of the visits that start in a week. */
  long bookedIn(int week) {
    long from = weekStart(week);
    long until = weekStart(week + 1);
    long sum = 0;
    for (int i = 0; i < byStart.size(); i++) {
      var start = byStart.start(i);
      if (start >= from && start < until && byStart.visit(i).occupancy() != Occupancy.HOLD) {
        sum += byStart.visit(i).span().length().toSeconds();
      }
    }
    return sum;
  }

  private long weekStart(int week) {
    return weekStarts[week - firstWeek];
  }

  private static Duration shortest(Enquiry enquiry, @Nullable Duration service) {
    var shortest = min(enquiry.duration(), enquiry.technician().policy().defaultDuration());
    return service == null ? shortest : min(shortest, service);
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
