package org.supportcenter.engine.availability;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.supportcenter.domain.policy.Limits;
import org.supportcenter.domain.policy.ServiceTypeRules;
import org.supportcenter.domain.rule.RuleBook;
import org.supportcenter.domain.schedule.Facts;
import org.supportcenter.domain.slot.Impact;
import org.supportcenter.domain.slot.Impact.Broken;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.engine.wire.Violations;
import org.supportcenter.store.booking.BookingFacts;
import org.supportcenter.store.booking.BookingFactsStore;
import org.supportcenter.store.booking.FactsRequest;
import org.supportcenter.store.page.PageQuery;
import org.supportcenter.v1.BrokenVisit;
import org.supportcenter.v1.PreviewChangeRequest;
import org.supportcenter.v1.PreviewChangeResponse;

/** Tells what a change would break before anybody makes it. */
final class ChangePreview {

  private final Reads reads;
  private final InstantSource clock;
  private final BookingFactsStore facts = new BookingFactsStore();
  private final Impact impact = new Impact(RuleBook.STANDARD);

  ChangePreview(Reads reads, InstantSource clock) {
    this.reads = reads;
    this.clock = clock;
  }

  PreviewChangeResponse preview(PreviewChangeRequest request) {
    var now = clock.instant();
    var change = PreviewedChange.of(request, now);
    var technician = change.technician();
    var wanted =
        new FactsRequest(
            technician == null ? Set.of() : Set.of(technician),
            technician == null ? Set.of() : null,
            Set.of(),
            Set.of(),
            FactsRequest.around(
                change.window().start(), change.window().end(), Limits.VISIT_DURATION.max()));
    var found = reads.run(Caller.current(), tx -> facts.search(tx, wanted, now));
    if (technician != null && !found.technicians().contains(technician)) {
      throw Question.missing(Names.TECHNICIAN, technician, "technician");
    }
    var broken = broken(change, found, new Facts(now, found.booked()));
    var size = new PageQuery(request.getPageSize(), "", "", "").limit();
    return PreviewChangeResponse.newBuilder()
        .setTotalSize(broken.size())
        .addAllVisits(broken.stream().limit(size).map(ChangePreview::message).toList())
        .build();
  }

  private List<Broken> broken(PreviewedChange change, BookingFacts found, Facts all) {
    var broken = new ArrayList<Broken>();
    for (var id : found.technicians()) {
      var before = found.technician(id, ServiceTypeRules.NONE);
      var after = change.effect().on(id, found);
      if (before != null && after != null) {
        var own = all.booked().stream().filter(visit -> visit.technicianId().equals(id)).toList();
        broken.addAll(impact.of(before, after, new Facts(all.now(), own)));
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
