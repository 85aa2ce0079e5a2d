package org.supportcenter.domain.suggestion;

import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.schedule.BookedVisit;

/**
 * Where a candidate stands among what the technician does. It is moved from start to start, only
 * forward, and every step costs what has changed since the last one. Times are epoch seconds.
 */
final class Spot {

  private final Roster roster;
  private final Team.Load[] loadByDay;
  private final Ways ways;
  private long start;
  private int day;
  private int stretch;
  private int before;
  private int after;

  Spot(Roster roster, Team team, Ways ways) {
    this.roster = roster;
    this.loadByDay = team.loads(roster);
    this.ways = ways;
  }

  /** Moves on to a slot that starts there. */
  Spot moveTo(long next) {
    start = next;
    while (roster.dayStart(day + 1) <= start) {
      day++;
    }
    while (stretch + 1 < roster.free.size() && roster.free.end(stretch) <= start) {
      stretch++;
    }
    while (before < roster.byEnd.size() && endOf(roster.byEnd.get(before)) <= start) {
      before++;
    }
    while (after < roster.byStart.size() && startOf(roster.byStart.get(after)) < end()) {
      after++;
    }
    return this;
  }

  Roster roster() {
    return roster;
  }

  long start() {
    return start;
  }

  long end() {
    return start + roster.duration;
  }

  Team.Load load() {
    return loadByDay[day];
  }

  /** Free working time left before the visit and its buffer. */
  long gapBefore() {
    return Math.max(0, start - roster.bufferBefore - roster.free.start(stretch));
  }

  /** Free working time left after the visit and its buffer. */
  long gapAfter() {
    return Math.max(0, roster.free.end(stretch) - end() - roster.bufferAfter);
  }

  /** Seconds of the way to the visit; {@link Ways#UNKNOWN} where it is not known. */
  long wayThere() {
    var previous = visitBefore();
    return previous == null ? ways.fromHome() : ways.from(before - 1);
  }

  /** Seconds of the way from the visit; {@link Ways#UNKNOWN} where it is not known. */
  long wayOn() {
    var next = visitAfter();
    return next == null ? ways.toHome() : ways.to(after);
  }

  /** Seconds between the visit before on the same local day and this one. */
  long timeBefore() {
    var previous = visitBefore();
    return previous == null ? Long.MAX_VALUE : start - endOf(previous);
  }

  /** Seconds between this visit and the one after on the same local day. */
  long timeAfter() {
    var next = visitAfter();
    return next == null ? Long.MAX_VALUE : startOf(next) - end();
  }

  /** The visit before on the same local day; null when the day begins with this one. */
  private @Nullable BookedVisit visitBefore() {
    if (before == 0) {
      return null;
    }
    var visit = roster.byEnd.get(before - 1);
    return startOf(visit) >= roster.dayStart(day) ? visit : null;
  }

  /** The visit after on the same local day; null when the day ends with this one. */
  private @Nullable BookedVisit visitAfter() {
    if (after == roster.byStart.size()) {
      return null;
    }
    var visit = roster.byStart.get(after);
    return startOf(visit) < roster.dayStart(day + 1) ? visit : null;
  }

  private static long startOf(BookedVisit visit) {
    return visit.span().start().getEpochSecond();
  }

  private static long endOf(BookedVisit visit) {
    return visit.span().end().getEpochSecond();
  }
}
