package org.supportcenter.engine.availability;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.plan.PlanSize;
import org.supportcenter.domain.policy.Limits;
import org.supportcenter.domain.policy.ServiceTypeRules;
import org.supportcenter.domain.rule.RuleBook;
import org.supportcenter.domain.schedule.Facts;
import org.supportcenter.domain.slot.Impact;
import org.supportcenter.domain.slot.Impact.Broken;
import org.supportcenter.domain.time.Span;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.engine.wire.Violations;
import org.supportcenter.store.Tx;
import org.supportcenter.store.appointment.AppointmentStore;
import org.supportcenter.store.booking.BookingFacts;
import org.supportcenter.store.booking.BookingFactsStore;
import org.supportcenter.store.booking.FactsRequest;
import org.supportcenter.store.booking.Reach;
import org.supportcenter.store.booking.SetupCache;
import org.supportcenter.store.page.PageQuery;
import org.supportcenter.store.plan.PlanFactsStore;
import org.supportcenter.v1.BrokenVisit;
import org.supportcenter.v1.PlannedChange;
import org.supportcenter.v1.PreviewChangeRequest;
import org.supportcenter.v1.PreviewChangeResponse;

/** Tells what a change would break before anybody makes it. */
final class ChangePreview {

  private final Reads reads;
  private final InstantSource clock;
  private final BookingFactsStore facts;
  private final AppointmentStore appointments = new AppointmentStore();
  private final PlanFactsStore places = new PlanFactsStore();
  private final ReadBefore readBefore = new ReadBefore();
  private final Impact impact = new Impact(RuleBook.STANDARD);

  ChangePreview(Reads reads, SetupCache setups, InstantSource clock) {
    this.facts = new BookingFactsStore(setups);
    this.reads = reads;
    this.clock = clock;
  }

  PreviewChangeResponse preview(PreviewChangeRequest request) {
    var now = clock.instant();
    var planned = planned(request);
    var change = PreviewedChange.of(planned, "", now);
    var technician = change.technician();
    var size = new PageQuery(request.getPageSize(), "", "", "").limit();
    return reads.run(
        Caller.current(),
        tx -> {
          var found = facts.read(tx, wanted(tx, change, lookedAt(change, now)), now);
          if (technician != null && !found.technicians().contains(technician)) {
            throw Question.missing(Names.TECHNICIAN, technician, "technician");
          }
          readBefore.check(tx, technician, planned);
          var broken = broken(change, found, new Facts(now, found.booked()));
          var answer =
              PreviewChangeResponse.newBuilder()
                  .setTotalSize(broken.size())
                  .addAllVisits(broken.stream().limit(size).map(ChangePreview::message).toList());
          var visits = appointments(tx, broken);
          RepairOffer.of(planned, visits, now)
              .map(plan -> plan.toBuilder().addAllTechnicians(hands(tx, visits)).build())
              .ifPresent(answer::setRepair);
          return answer.build();
        });
  }

  /** The technician's facts, or those of all who have visits then, active or not. */
  private FactsRequest wanted(Tx tx, PreviewedChange change, Span window) {
    var reach = Reach.around(window.start(), window.end(), Limits.VISIT_DURATION.max());
    var technician = change.technician();
    if (technician == null) {
      var all = appointments.techniciansWithVisits(tx, window);
      return new FactsRequest(all, Set.of(), Set.of(), reach);
    }
    var customers =
        change.tiesCustomers() ? appointments.customersOf(tx, technician, window) : Set.<UUID>of();
    return new FactsRequest(Set.of(technician), customers, Set.of(), reach);
  }

  /** Where the change matters to visits that have not ended, for a year at most. */
  private static Span lookedAt(PreviewedChange change, Instant now) {
    var window = change.window();
    var oldest = now.minus(Limits.VISIT_DURATION.max());
    var start = window.start().isAfter(oldest) ? window.start() : oldest;
    var furthest = start.plus(PreviewedChange.AHEAD);
    var end = window.end().isBefore(furthest) ? window.end() : furthest;
    return new Span(start, end.isAfter(start) ? end : start.plusSeconds(1));
  }

  private static PlannedChange planned(PreviewChangeRequest request) {
    var planned = PlannedChange.newBuilder().setTechnician(request.getTechnician());
    return switch (request.getChangeCase()) {
      case TIME_OFF -> planned.setTimeOff(request.getTimeOff()).build();
      case DATE_OVERRIDE -> planned.setDateOverride(request.getDateOverride()).build();
      case CLOSURE -> planned.setClosure(request.getClosure()).build();
      case POLICY -> planned.setPolicy(request.getPolicy()).build();
      case CHANGE_NOT_SET -> planned.build();
    };
  }

  private List<Appointment> appointments(Tx tx, List<Broken> broken) {
    var first = broken.stream().limit(PlanSize.NAMED).map(one -> one.visit().id()).toList();
    return first.isEmpty() ? List.of() : appointments.findAll(tx, first);
  }

  /** Who may be given the visits: nobody by name, unless there are too many for one plan. */
  private List<String> hands(Tx tx, List<Appointment> visits) {
    if (places.active(tx, PlanSize.TECHNICIANS + 1).size() <= PlanSize.TECHNICIANS) {
      return List.of();
    }
    return places.fittest(tx, visits, PlanSize.TECHNICIANS).stream()
        .map(Names.TECHNICIAN::of)
        .toList();
  }

  private List<Broken> broken(PreviewedChange change, BookingFacts found, Facts all) {
    var broken = new ArrayList<Broken>();
    var near = VisitsInTouch.of(all.booked(), change.tiesCustomers());
    for (var id : found.technicians()) {
      var before = found.technician(id, ServiceTypeRules.NONE);
      var after = change.after(id, found, ServiceTypeRules.NONE);
      if (before != null && after != null) {
        broken.addAll(impact.of(before, after, new Facts(all.now(), near.with(id))));
      }
    }
    broken.sort(Comparator.comparing(one -> one.visit().span()));
    return broken;
  }

  private static BrokenVisit message(Broken broken) {
    var visit = broken.visit();
    return BrokenVisit.newBuilder()
        .setAppointment(Names.APPOINTMENT.of(visit.id()))
        .setTechnician(Names.TECHNICIAN.of(visit.technicianId()))
        .setCustomer(Names.CUSTOMER.of(Objects.requireNonNull(visit.customerId())))
        .setStartTime(Times.timestamp(visit.span().start()))
        .setEndTime(Times.timestamp(visit.span().end()))
        .addAllViolations(broken.violations().stream().map(Violations::of).toList())
        .build();
  }
}
