package org.supportcenter.store.booking;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.time.Span;

/**
 * Which facts are wanted.
 *
 * @param technicians those that are named
 * @param able instead of named ones all active technicians who have these skills and the service
 *     types'; null for the named ones
 * @param customers whose visits count, and of whom is asked whether they exist
 * @param reach outside of which nothing matters
 */
public record FactsRequest(
    Set<UUID> technicians,
    @Nullable Set<String> able,
    Set<UUID> customers,
    Set<UUID> serviceTypes,
    Reach reach) {

  public FactsRequest {
    technicians = Set.copyOf(technicians);
    able = able == null ? null : Set.copyOf(able);
    customers = Set.copyOf(customers);
    serviceTypes = Set.copyOf(serviceTypes);
  }

  /** Facts of technicians that are named. */
  public FactsRequest(
      Set<UUID> technicians, Set<UUID> customers, Set<UUID> serviceTypes, Reach reach) {
    this(technicians, null, customers, serviceTypes, reach);
  }

  /** The same over a window more. */
  public FactsRequest over(Span window) {
    return new FactsRequest(technicians, able, customers, serviceTypes, reach.over(window));
  }

  /** Whether it is about one technician and at most one customer, as most are. */
  boolean isOfOne() {
    return able == null && technicians.size() == 1 && customers.size() <= 1;
  }
}
