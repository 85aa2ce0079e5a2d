package org.supportcenter.store.booking;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.policy.Policy;
import org.supportcenter.domain.policy.ServiceTypeRules;
import org.supportcenter.domain.schedule.BookedVisit;
import org.supportcenter.domain.schedule.TechnicianFacts;
import org.supportcenter.domain.travel.Point;

/** What was found for a {@link FactsRequest}. */
public final class BookingFacts {

  private final Setup setup;
  private final Neighbours neighbours;
  private final long dataVersion;

  BookingFacts(Setup setup, Neighbours neighbours, long dataVersion) {
    this.setup = setup;
    this.neighbours = neighbours;
    this.dataVersion = dataVersion;
  }

  /**
   * As of when a search found the facts: every transaction of the database whose number is below it
   * had ended.
   */
  public long dataVersion() {
    return dataVersion;
  }

  /** The technicians that were found. */
  public Set<UUID> technicians() {
    return setup.technicians();
  }

  /** Whether there is such a customer. */
  public boolean hasCustomer(UUID id) {
    return neighbours.customers.contains(id);
  }

  /** What the service type asks for; null when there is none of that id. */
  public @Nullable ServiceTypeRules serviceType(@Nullable UUID id) {
    return id == null ? ServiceTypeRules.NONE : setup.serviceType(id);
  }

  /**
   * The technician under the policy for the service type; null when there is none of that id.
   *
   * @param serviceType what the visit is booked as
   */
  public @Nullable TechnicianFacts technician(UUID id, ServiceTypeRules serviceType) {
    return setup.technician(id, serviceType);
  }

  /**
   * The technician under other policies; null when there is none of that id.
   *
   * @param serviceType what the visit is booked as
   * @param own makes the technician's policy of what it is
   * @param tenant makes the tenant's
   */
  public @Nullable TechnicianFacts technician(
      UUID id,
      ServiceTypeRules serviceType,
      UnaryOperator<Policy> own,
      UnaryOperator<Policy> tenant) {
    return setup.technician(id, serviceType, own, tenant);
  }

  /** Visits of the technicians and customers in the window, each once. */
  public List<BookedVisit> booked() {
    return List.copyOf(neighbours.visits.values());
  }

  /** Holds in the window that have expired. */
  Set<UUID> expiredHolds() {
    return neighbours.expiredHolds;
  }

  /** Where days begin and end, as far as the coordinates of homes are known, by technician. */
  Map<UUID, Point> homes() {
    return setup.homes();
  }
}
