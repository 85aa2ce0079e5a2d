package org.supportcenter.store.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.policy.Limits;
import org.supportcenter.domain.time.Span;

/**
 * Which facts are wanted.
 *
 * @param technicians those that are named
 * @param able instead of named ones all active technicians who have these skills and the service
 *     types'; null for the named ones
 * @param customers whose visits count, and of whom is asked whether they exist
 * @param window outside of which nothing matters
 */
public record FactsRequest(
    Set<UUID> technicians,
    @Nullable Set<String> able,
    Set<UUID> customers,
    Set<UUID> serviceTypes,
    Span window) {

  /** Longer than any local day, and than any buffer. */
  private static final Duration DAY_AND_BUFFER = Duration.ofHours(26);

  public FactsRequest {
    technicians = Set.copyOf(technicians);
    able = able == null ? null : Set.copyOf(able);
    customers = Set.copyOf(customers);
    serviceTypes = Set.copyOf(serviceTypes);
  }

  /** Facts of technicians that are named. */
  public FactsRequest(
      Set<UUID> technicians, Set<UUID> customers, Set<UUID> serviceTypes, Span window) {
    this(technicians, null, customers, serviceTypes, window);
  }

  /**
   * The window in which everything lies that matters to visits that start within a span: their
   * local days, and themselves with their buffers.
   *
   * @param first earliest start
   * @param last latest start
   * @param longest duration of the longest of them
   */
  public static Span around(Instant first, Instant last, Duration longest) {
    return new Span(first.minus(DAY_AND_BUFFER), last.plus(longest).plus(DAY_AND_BUFFER));
  }

  /** The same over a window that holds this one and another. */
  public FactsRequest over(Span other) {
    var start = other.start().isBefore(window.start()) ? other.start() : window.start();
    var end = other.end().isAfter(window.end()) ? other.end() : window.end();
    return new FactsRequest(technicians, able, customers, serviceTypes, new Span(start, end));
  }

  /** Whether it is about one technician and at most one customer, as most are. */
  boolean isOfOne() {
    return able == null && technicians.size() == 1 && customers.size() <= 1;
  }

  /** No visit that reaches into the window with its buffers starts before. */
  Instant earliestStart() {
    return window.start().minus(Limits.VISIT_DURATION.max()).minus(Limits.BUFFER.max());
  }

  /** No visit that reaches into the window with its buffers starts at or after. */
  Instant latestStart() {
    return window.end().plus(Limits.BUFFER.max());
  }
}
