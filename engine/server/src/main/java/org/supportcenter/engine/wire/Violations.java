package org.supportcenter.engine.wire;

import java.util.List;
import org.supportcenter.domain.rule.Subject;
import org.supportcenter.domain.slot.Slot;
import org.supportcenter.v1.Alternative;
import org.supportcenter.v1.BookingAlternatives;
import org.supportcenter.v1.ErrorReason;
import org.supportcenter.v1.Violation;

/** Broken rules and what could be had instead. */
public final class Violations {

  private Violations() {}

  /** Broken rules for the wire, in the same order. */
  public static org.supportcenter.v1.Violations of(
      List<org.supportcenter.domain.rule.Violation> violations) {
    return org.supportcenter.v1.Violations.newBuilder()
        .addAllViolations(violations.stream().map(Violations::of).toList())
        .build();
  }

  /** One broken rule. Its subject is what stands in the way, where the caller may see that. */
  public static Violation of(org.supportcenter.domain.rule.Violation violation) {
    var conflict = violation.conflict();
    return Violation.newBuilder()
        .setReason(ErrorReason.valueOf(violation.reason().name()))
        .setSubject(conflict == null ? name(violation.subject()) : name(conflict, violation))
        .setDescription(violation.sentence())
        .putAllMetadata(violation.metadata())
        .build();
  }

  /** Starts that would be accepted. */
  public static BookingAlternatives alternatives(List<Slot> slots) {
    return BookingAlternatives.newBuilder()
        .addAllAlternatives(slots.stream().map(Violations::alternative).toList())
        .build();
  }

  /** A start that would be accepted. */
  public static Alternative alternative(Slot slot) {
    return Alternative.newBuilder()
        .setTechnician(Names.TECHNICIAN.of(slot.technicianId()))
        .setStartTime(Times.timestamp(slot.span().start()))
        .build();
  }

  /** Time off is named within its technician, whom the violation is about. */
  private static String name(Subject conflict, org.supportcenter.domain.rule.Violation violation) {
    return conflict.kind() == Subject.Kind.TIME_OFF
        ? ChildName.timeOff(violation.subject().id(), conflict.id())
        : name(conflict);
  }

  private static String name(Subject subject) {
    return switch (subject.kind()) {
      case TECHNICIAN -> Names.TECHNICIAN.of(subject.id());
      case CUSTOMER -> Names.CUSTOMER.of(subject.id());
      case APPOINTMENT -> Names.APPOINTMENT.of(subject.id());
      case CLOSURE -> Names.CLOSURE.of(subject.id());
      case HOLD -> Names.HOLD.of(subject.id());
      case TIME_OFF -> "timeOff/" + subject.id();
      case BUSY_BLOCK -> "busyBlocks/" + subject.id();
    };
  }
}
