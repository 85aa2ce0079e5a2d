package org.supportcenter.domain.rule;

import java.util.Map;
import java.util.UUID;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Proposal;
import org.supportcenter.domain.schedule.Visit;

/** A technician is in one visit at a time. */
final class OverlapsAppointment implements PairRule {

  @Override
  public Reason reason() {
    return Reason.OVERLAPS_APPOINTMENT;
  }

  @Override
  public Bond bond() {
    return Bond.TECHNICIAN;
  }

  @Override
  public long broken(Proposal visit, Visit other) {
    return concerns(visit.technician().id(), other)
        ? Amount.overlap(visit.span(), other.span())
        : 0;
  }

  @Override
  public Violation explain(Proposal visit, Visit other) {
    var zone = visit.technician().zone();
    return Violation.ofTechnician(
        reason(),
        visit,
        Subject.of(other),
        "The technician already has %s from %s."
            .formatted(named(other), Words.stretch(other.span(), zone)),
        Map.of(
            "overlapMinutes", Words.minutesUp(Amount.shared(visit.span(), other.span())),
            "startTime", other.span().start().toString(),
            "endTime", other.span().end().toString()));
  }

  @Override
  public void forbid(Enquiry enquiry, Visit other, ForbiddenStarts starts) {
    if (concerns(enquiry.technician().id(), other)) {
      starts.between(other.span().start().minus(enquiry.duration()), other.span().end());
    }
  }

  /** Whether the other visit takes time of the technician. */
  static boolean concerns(UUID technicianId, Visit other) {
    return other.occupancy().holdsTime() && other.technicianId().equals(technicianId);
  }

  /** What people call the other visit. */
  static String named(Visit other) {
    return switch (other.occupancy()) {
      case APPOINTMENT, COMPLETED -> "an appointment";
      case HOLD -> "a reserved time";
    };
  }
}
