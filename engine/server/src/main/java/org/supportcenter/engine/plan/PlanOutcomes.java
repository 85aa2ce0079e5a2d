package org.supportcenter.engine.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.plan.FixedVisit;
import org.supportcenter.domain.plan.Placement;
import org.supportcenter.domain.plan.PlanProgress;
import org.supportcenter.domain.plan.PlanVisit;
import org.supportcenter.domain.rule.Judge;
import org.supportcenter.domain.schedule.Candidate;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Facts;
import org.supportcenter.engine.wire.Etags;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.v1.Plan;
import org.supportcenter.v1.PlanMove;
import org.supportcenter.v1.PlanPlace;

/** What becomes of each visit of a plan, with the reason in words. */
final class PlanOutcomes {

  private final Judge judge;
  private final PlanContent content;
  private final Facts facts;
  private final Map<UUID, Placement> placements = new HashMap<>();

  private PlanOutcomes(Judge judge, PlanContent content, PlanProgress best) {
    this.judge = judge;
    this.content = content;
    this.facts =
        new Facts(
            content.task().now(), content.task().fixed().stream().map(FixedVisit::visit).toList());
    best.placements().forEach(placement -> placements.put(placement.visitId(), placement));
  }

  /** The moves of a plan, in the order of its visits; nothing else of the message is set. */
  static Plan of(Judge judge, PlanContent content, PlanProgress best) {
    var outcomes = new PlanOutcomes(judge, content, best);
    var message = Plan.newBuilder();
    content.task().visits().forEach(visit -> message.addMoves(outcomes.move(visit)));
    return message.build();
  }

  private PlanMove move(PlanVisit visit) {
    var current = visit.current();
    var placement = placements.get(visit.id());
    var move = PlanMove.newBuilder();
    var customer = visit.options().getFirst().customerId();
    if (customer != null) {
      move.setCustomer(Names.CUSTOMER.of(customer));
    }
    var appointment = content.appointments().get(visit.id());
    if (appointment == null) {
      move.setRequest(content.requests().indexOf(visit.id()) + 1);
    } else {
      move.setAppointment(Names.APPOINTMENT.of(visit.id()))
          .setEtag(Etags.of(appointment.version()));
    }
    if (current != null) {
      var span = current.span();
      move.setBefore(place(current.technicianId(), span.start(), span.length()));
    }
    if (placement != null) {
      var length = option(visit, placement.technicianId()).duration();
      move.setAfter(place(placement.technicianId(), placement.start(), length));
    }
    return move.setKind(kind(current, placement)).setReason(reason(visit, placement)).build();
  }

  private static PlanMove.Kind kind(
      PlanVisit.@Nullable Current current, @Nullable Placement placement) {
    if (placement == null) {
      return PlanMove.Kind.UNPLACED;
    }
    if (current == null) {
      return PlanMove.Kind.CREATED;
    }
    return stays(current, placement) ? PlanMove.Kind.KEPT : PlanMove.Kind.MOVED;
  }

  private static boolean stays(PlanVisit.Current current, Placement placement) {
    return current.technicianId().equals(placement.technicianId())
        && current.span().start().equals(placement.start());
  }

  private String reason(PlanVisit visit, @Nullable Placement placement) {
    var current = visit.current();
    if (placement == null) {
      return nowhere(visit);
    }
    if (current == null) {
      var due = visit.dueTime();
      return due == null || !placement.start().isAfter(due)
          ? "The best place for the plan as a whole."
          : "The best place for the plan as a whole, though it is later than due.";
    }
    if (stays(current, placement)) {
      return "It stays where it is.";
    }
    return broken(visit, current);
  }

  private String broken(PlanVisit visit, PlanVisit.Current current) {
    for (var option : visit.options()) {
      if (option.technician().id().equals(current.technicianId())) {
        var violations =
            judge.judge(staying(option, current), facts).stream()
                .filter(violation -> !current.waived().contains(violation.reason()))
                .toList();
        return violations.isEmpty()
            ? "Moving it makes room for others, or their ways shorter, and is worth it."
            : violations.getFirst().sentence();
      }
    }
    return "Its technician is not among those who may be given visits.";
  }

  private static Candidate staying(Enquiry option, PlanVisit.Current current) {
    return new Candidate(
        option.id(),
        option.technician(),
        option.customerId(),
        current.span(),
        option.bufferBefore(),
        option.bufferAfter(),
        option.requiredSkills(),
        false);
  }

  private static String nowhere(PlanVisit visit) {
    var able =
        visit.options().stream()
            .filter(option -> option.technician().skills().containsAll(option.requiredSkills()))
            .count();
    return able == 0
        ? "None of the technicians has all the skills it needs."
        : "No free time of the %d technicians with the skills was left that keeps all rules."
            .formatted(able);
  }

  private static Enquiry option(PlanVisit visit, UUID technician) {
    return visit.options().stream()
        .filter(option -> option.technician().id().equals(technician))
        .findFirst()
        .orElseThrow();
  }

  private static PlanPlace place(UUID technician, Instant start, Duration length) {
    return PlanPlace.newBuilder()
        .setTechnician(Names.TECHNICIAN.of(technician))
        .setStartTime(Times.timestamp(start))
        .setEndTime(Times.timestamp(start.plus(length)))
        .build();
  }
}
