package org.supportcenter.engine.availability;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.supportcenter.domain.schedule.BookedVisit;

/** Visits by what ties them together, so that each technician is judged by few of them. */
final class VisitsInTouch {

  private final Map<UUID, List<BookedVisit>> byTechnician;
  private final Map<UUID, List<BookedVisit>> byCustomer;

  private VisitsInTouch(
      Map<UUID, List<BookedVisit>> byTechnician, Map<UUID, List<BookedVisit>> byCustomer) {
    this.byTechnician = byTechnician;
    this.byCustomer = byCustomer;
  }

  /**
   * Sorts visits.
   *
   * @param tiedByCustomers whether visits to one customer matter to each other
   */
  static VisitsInTouch of(List<BookedVisit> visits, boolean tiedByCustomers) {
    return new VisitsInTouch(
        visits.stream().collect(groupingBy(BookedVisit::technicianId)),
        tiedByCustomers
            ? visits.stream()
                .filter(visit -> visit.customerId() != null)
                .collect(groupingBy(visit -> Objects.requireNonNull(visit.customerId())))
            : Map.of());
  }

  /** The technician's visits, and those of others that are tied to them. */
  List<BookedVisit> with(UUID technician) {
    var own = byTechnician.getOrDefault(technician, List.of());
    var others =
        own.stream()
            .map(BookedVisit::customerId)
            .filter(Objects::nonNull)
            .distinct()
            .flatMap(customer -> byCustomer.getOrDefault(customer, List.of()).stream())
            .filter(visit -> !visit.technicianId().equals(technician));
    return Stream.concat(own.stream(), others).toList();
  }
}
