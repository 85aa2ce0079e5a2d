package org.supportcenter.engine.plan;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.domain.appointment.Waiver;
import org.supportcenter.domain.plan.PlanTask.Worker;
import org.supportcenter.domain.plan.PlanVisit;
import org.supportcenter.domain.policy.ServiceTypeRules;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.TechnicianFacts;
import org.supportcenter.domain.schedule.TimeOff;
import org.supportcenter.domain.ticket.Ticket;
import org.supportcenter.domain.travel.Point;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.store.booking.BookingFacts;
import org.supportcenter.v1.PlanRequest;

/** The technicians of a plan, and visits as they would be booked with each of them. */
final class PlanTechnicians {

  private final List<UUID> ids;
  private final BookingFacts found;
  private final PlanOrder order;

  /** Made once for each service type: who compares them compares whether they are the same. */
  private final Map<@Nullable UUID, List<TechnicianFacts>> known = new HashMap<>();

  PlanTechnicians(List<UUID> ids, BookingFacts found, PlanOrder order) {
    this.ids = ids;
    this.found = found;
    this.order = order;
    facts(null, "");
  }

  List<Worker> workers(Map<UUID, Point> homes) {
    return facts(null, "").stream()
        .map(facts -> new Worker(facts.id(), facts.zone(), homes.get(facts.id())))
        .toList();
  }

  /** A booked visit. */
  PlanVisit visit(Appointment appointment) {
    var terms = appointment.terms();
    var rules = Objects.requireNonNull(found.serviceType(terms.serviceTypeId()));
    var skills = skills(terms.requiredSkills(), rules);
    var options = new ArrayList<Enquiry>();
    for (var facts : facts(terms.serviceTypeId(), "")) {
      var stays = facts.id().equals(terms.technicianId());
      options.add(
          new Enquiry(
              appointment.id(),
              facts,
              appointment.customerId(),
              terms.span().length(),
              stays ? terms.bufferBefore() : facts.policy().bufferBefore(),
              stays ? terms.bufferAfter() : facts.policy().bufferAfter(),
              skills));
    }
    return new PlanVisit(
        appointment.id(),
        appointment.status() == AppointmentStatus.DRAFT
            ? PlanVisit.Kind.DRAFT
            : PlanVisit.Kind.PUBLISHED,
        options,
        null,
        null,
        appointment.details().priority(),
        Point.of(appointment.details().location()),
        new PlanVisit.Current(
            terms.technicianId(),
            terms.span(),
            appointment.waivers().stream().map(Waiver::reason).collect(toSet())));
  }

  /** A visit that nobody has booked yet. */
  PlanVisit visit(UUID id, PlanRequest request, @Nullable Ticket ticket, int index) {
    var field = PlanRequests.field(index);
    var customer = PlanRequests.customer(request, field);
    if (!found.hasCustomer(customer)) {
      throw PlanContents.missing(Names.CUSTOMER, customer, field + ".customer");
    }
    var serviceType = PlanRequests.serviceType(request, field);
    var rules = found.serviceType(serviceType);
    if (rules == null) {
      throw PlanContents.missing(
          Names.SERVICE_TYPE, Objects.requireNonNull(serviceType), field + ".serviceType");
    }
    PlanRequests.status(request, field);
    var duration = PlanRequests.duration(request, field);
    var skills = skills(request.getRequiredSkillsList(), rules);
    var options =
        facts(serviceType, field).stream()
            .map(
                facts ->
                    new Enquiry(
                        null,
                        facts,
                        customer,
                        duration == null ? facts.policy().defaultDuration() : duration,
                        facts.policy().bufferBefore(),
                        facts.policy().bufferAfter(),
                        skills))
            .toList();
    return new PlanVisit(
        id,
        PlanVisit.Kind.REQUESTED,
        options,
        PlanRequests.bounds(request, order.window(), field),
        PlanRequests.due(request, ticket, field),
        PlanRequests.priority(request, ticket),
        Point.of(PlanRequests.location(request, field)),
        null);
  }

  private List<TechnicianFacts> facts(@Nullable UUID serviceType, String field) {
    var facts = known.get(serviceType);
    if (facts == null) {
      var rules = Objects.requireNonNull(found.serviceType(serviceType), field);
      facts = ids.stream().map(id -> technician(id, rules)).toList();
      known.put(serviceType, facts);
    }
    return facts;
  }

  private TechnicianFacts technician(UUID id, ServiceTypeRules rules) {
    var change = order.change();
    var absence = order.absence();
    var facts = change == null ? found.technician(id, rules) : change.after(id, found, rules);
    if (facts == null) {
      throw PlanContents.missing(
          Names.TECHNICIAN, id, "plan.technicians[%d]".formatted(ids.indexOf(id)));
    }
    return absence == null || !absence.technician().equals(id) ? facts : away(facts, absence);
  }

  private static TechnicianFacts away(TechnicianFacts facts, PlanOrder.Absence absence) {
    var timeOff = new ArrayList<>(facts.timeOff());
    timeOff.add(new TimeOff(new UUID(0, 0), absence.span()));
    return new TechnicianFacts(
        facts.id(),
        facts.zone(),
        facts.active(),
        facts.skills(),
        facts.policy(),
        facts.dateOverrides(),
        timeOff,
        facts.closures(),
        facts.busy());
  }

  private static Set<String> skills(List<String> own, ServiceTypeRules rules) {
    var skills = new HashSet<>(own);
    skills.addAll(rules.requiredSkills());
    return skills;
  }
}
