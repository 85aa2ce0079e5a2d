package org.supportcenter.domain.suggestion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.supportcenter.domain.schedule.BookedVisit;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Facts;

/**
 * The booked visits of a situation by technician, those that run over as long as they are expected
 * to be.
 */
final class Visits {

  private final Instant now;
  private final Map<UUID, List<BookedVisit>> byTechnician = new HashMap<>();
  private final List<BookedVisit> ofCustomer = new ArrayList<>();

  Visits(Situation situation) {
    var facts = situation.facts();
    this.now = facts.now();
    var customers =
        situation.enquiries().stream()
            .map(Enquiry::customerId)
            .filter(id -> id != null)
            .distinct()
            .toList();
    for (var visit : Overruns.expected(facts.booked(), situation.running(), now)) {
      byTechnician.computeIfAbsent(visit.technicianId(), _ -> new ArrayList<>()).add(visit);
      if (customers.contains(visit.customerId())) {
        ofCustomer.add(visit);
      }
    }
  }

  /** The technician's own. */
  List<BookedVisit> of(UUID technician) {
    return byTechnician.getOrDefault(technician, List.of());
  }

  /** All that the rules look at. */
  Facts concerning(Enquiry enquiry) {
    var visits = new ArrayList<>(of(enquiry.technician().id()));
    visits.addAll(ofCustomer);
    return new Facts(now, visits);
  }
}
