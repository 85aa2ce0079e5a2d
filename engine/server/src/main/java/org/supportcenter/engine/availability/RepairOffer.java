package org.supportcenter.engine.availability;

import static org.supportcenter.domain.time.Instants.earlier;
import static org.supportcenter.domain.time.Instants.later;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.plan.PlanSize;
import org.supportcenter.domain.plan.PlanVisit;
import org.supportcenter.domain.policy.Limits;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.v1.Plan;
import org.supportcenter.v1.PlannedChange;

/** Offers a plan that places anew what a change breaks. */
final class RepairOffer {

  /** A broken visit may come so much sooner. */
  private static final Duration SOONER = Duration.ofDays(1);

  /** And so much later. */
  private static final Duration LATER = Duration.ofDays(7);

  private RepairOffer() {}

  /**
   * The plan as it would be asked for, from a day before the first broken visit to a week after the
   * last; empty when none of them can be moved. Visits that begin too late for one plan are left
   * out. Names nobody who may be given visits, so that everybody may.
   *
   * @param broken in any order
   */
  static Optional<Plan> of(PlannedChange change, List<Appointment> broken, Instant now) {
    var movable = new ArrayList<Appointment>();
    for (var appointment : broken) {
      if (PlanVisit.mayMove(appointment, now)) {
        movable.add(appointment);
      }
    }
    if (movable.isEmpty()) {
      return Optional.empty();
    }
    movable.sort(Comparator.comparing(Appointment::span));
    var first = later(now, movable.getFirst().span().start().minus(SOONER));
    var end =
        earlier(
            movable.getLast().span().end().plus(LATER),
            earlier(first.plus(Limits.SEARCH_WINDOW), Limits.END_OF_TIME.minusSeconds(1)));
    var plan =
        Plan.newBuilder()
            .setStartTime(Times.timestamp(first))
            .setEndTime(Times.timestamp(end))
            .setChange(change);
    movable.stream()
        .filter(appointment -> appointment.span().start().isBefore(end))
        .limit(PlanSize.NAMED)
        .forEach(appointment -> plan.addMovable(Names.APPOINTMENT.of(appointment.id())));
    return Optional.of(plan.build());
  }
}
