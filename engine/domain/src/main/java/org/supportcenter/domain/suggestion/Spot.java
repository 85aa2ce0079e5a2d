package org.supportcenter.domain.suggestion;

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
    while (before < roster.byEnd.size() && roster.byEnd.end(before) <= start) {
      before++;
    }
    while (after < roster.byStart.size() && roster.byStart.start(after) < end()) {
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
    return isFirst() ? ways.fromHome() : ways.from(before - 1);
  }

  /** Seconds of the way from the visit; {@link Ways#UNKNOWN} where it is not known. */
  long wayOn() {
    return isLast() ? ways.toHome() : ways.to(after);
  }

  /** Seconds between the visit before on the same local day and this one. */
  long timeBefore() {
    return isFirst() ? Long.MAX_VALUE : start - roster.byEnd.end(before - 1);
  }

  /** Seconds between this visit and the one after on the same local day. */
  long timeAfter() {
    return isLast() ? Long.MAX_VALUE : roster.byStart.start(after) - end();
  }

  /** Whether no visit ends before it that began on the same local day. */
  private boolean isFirst() {
    return before == 0 || roster.byEnd.start(before - 1) < roster.dayStart(day);
  }

  /** Whether no visit begins after it on the same local day. */
  private boolean isLast() {
    return after == roster.byStart.size()
        || roster.byStart.start(after) >= roster.dayStart(day + 1);
  }
}
