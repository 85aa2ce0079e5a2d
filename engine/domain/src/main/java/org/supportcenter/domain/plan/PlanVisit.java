package org.supportcenter.domain.plan;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.rule.Reason;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.ticket.Priority;
import org.supportcenter.domain.time.Span;
import org.supportcenter.domain.travel.Point;

/**
 * A visit that a plan may put somewhere.
 *
 * @param id the appointment's, or the one a new appointment would get
 * @param options the visit as it would be booked with each technician of the task, in their order
 * @param bounds the visit lies inside, besides the window of the task; null: anywhere
 * @param dueTime when the work should be done; null: whenever
 * @param place where it takes place; null when unknown, which leaves travel out
 * @param current where it stands; null when it is not booked yet
 */
public record PlanVisit(
    UUID id,
    Kind kind,
    List<Enquiry> options,
    @Nullable Span bounds,
    @Nullable Instant dueTime,
    Priority priority,
    @Nullable Point place,
    @Nullable Current current) {

  /** What is promised about a visit so far. */
  public enum Kind {
    /** Nothing is booked yet. */
    REQUESTED,
    /** Booked, not yet promised. */
    DRAFT,
    /** Promised to the customer, who has to be told of every move. */
    PUBLISHED
  }

  /**
   * A technician's time that the visit holds while it is not moved.
   *
   * @param waived rules that were set aside for it there
   */
  public record Current(UUID technicianId, Span span, Set<Reason> waived) {

    public Current {
      waived = Set.copyOf(waived);
    }
  }

  /** Whether a plan may move the appointment: a draft or confirmed one that is still to come. */
  public static boolean mayMove(Appointment appointment, Instant now) {
    return switch (appointment.status()) {
      case DRAFT, CONFIRMED -> appointment.span().start().isAfter(now);
      case IN_PROGRESS, COMPLETED, CANCELLED, NO_SHOW -> false;
    };
  }

  public PlanVisit {
    options = List.copyOf(options);
    if ((kind == Kind.REQUESTED) != (current == null)) {
      throw new IllegalArgumentException("A visit stands somewhere unless it is only requested");
    }
  }
}
