package org.supportcenter.solver.plan;

import java.time.Duration;
import org.supportcenter.domain.plan.PlanVisit;
import org.supportcenter.domain.plan.PlanVisit.Kind;
import org.supportcenter.domain.ticket.Priority;

/** What the soft rules of a plan cost, in points: one point is worth one second of travel. */
final class Costs {

  /** More than all other costs of any plan together. */
  static final long LEFT_OUT = 1_000_000_000L;

  /** Another technician at the same time: the customer meets somebody else. */
  static final long OTHER_TECHNICIAN = Duration.ofMinutes(30).toSeconds();

  /** Another time: the customer has to agree. */
  static final long OTHER_TIME = Duration.ofHours(1).toSeconds();

  /** And so much more for every hour it is moved. */
  static final long EACH_HOUR_MOVED = Duration.ofMinutes(10).toSeconds();

  /** An hour later is worth so much travel, at normal priority. */
  static final long EACH_HOUR_LATER = Duration.ofMinutes(1).toSeconds();

  /** Hours after the ticket was due count so often. */
  static final long OVERDUE = 10;

  /** A technician's hours squared are worth so much. */
  static final long HOURS_SQUARED = 20;

  private static final long HOUR = Duration.ofHours(1).toSeconds();

  private Costs() {}

  /** Leaving a visit out. */
  static long leftOut(Priority priority) {
    return LEFT_OUT * weight(priority);
  }

  /** How much more a visit of the priority counts than one of low priority. */
  static long weight(Priority priority) {
    return switch (priority) {
      case LOW -> 1;
      case NORMAL -> 2;
      case HIGH -> 4;
      case URGENT -> 8;
    };
  }

  /**
   * A visit that begins late; promised ones have their time.
   *
   * @param later seconds after it could have begun
   * @param overdue seconds from when the ticket was due to its end
   */
  static long later(PlanVisit visit, long later, long overdue) {
    if (visit.kind() == Kind.PUBLISHED) {
      return 0;
    }
    var seconds = Math.max(0, later) + OVERDUE * Math.max(0, overdue);
    return seconds * EACH_HOUR_LATER * weight(visit.priority()) / (weight(Priority.NORMAL) * HOUR);
  }

  /**
   * A promised visit that is moved.
   *
   * @param moved by how many seconds, in either direction
   */
  static long moved(boolean otherTechnician, long moved) {
    return (otherTechnician ? OTHER_TECHNICIAN : 0)
        + (moved == 0 ? 0 : OTHER_TIME + moved * EACH_HOUR_MOVED / HOUR);
  }

  /** A technician's work. */
  static long burden(long seconds) {
    return seconds * seconds / HOUR * HOURS_SQUARED / HOUR;
  }
}
