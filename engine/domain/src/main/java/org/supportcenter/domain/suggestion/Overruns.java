package org.supportcenter.domain.suggestion;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.supportcenter.domain.schedule.BookedVisit;
import org.supportcenter.domain.time.Span;

/**
 * Visits that are still in progress past their end. When they will be over nobody knows; they are
 * expected to take as long again as they are late already, at least a quarter of an hour and at
 * most four hours from now; those that began more than two days ago are taken for forgotten.
 * Listing and booking go by the stored span, suggestions by this one.
 */
final class Overruns {

  private static final Duration LEAST = Duration.ofMinutes(15);
  private static final Duration MOST = Duration.ofHours(4);

  private static final Duration FORGOTTEN = Duration.ofDays(2);

  private Overruns() {}

  /** The visits, with those that run over made as long as they are expected to be. */
  static List<BookedVisit> expected(List<BookedVisit> booked, Set<UUID> running, Instant now) {
    if (running.isEmpty()) {
      return booked;
    }
    return booked.stream().map(visit -> expected(visit, running, now)).toList();
  }

  private static BookedVisit expected(BookedVisit visit, Set<UUID> running, Instant now) {
    if (!running.contains(visit.id())
        || visit.span().end().isAfter(now)
        || visit.span().start().isBefore(now.minus(FORGOTTEN))) {
      return visit;
    }
    var late = Duration.ofSeconds(Duration.between(visit.span().end(), now).toSeconds());
    var more = late.compareTo(LEAST) < 0 ? LEAST : late.compareTo(MOST) > 0 ? MOST : late;
    var end = Instant.ofEpochSecond(now.getEpochSecond()).plus(more);
    return new BookedVisit(
        visit.id(),
        visit.technicianId(),
        visit.customerId(),
        new Span(visit.span().start(), end),
        visit.bufferBefore(),
        visit.bufferAfter(),
        visit.occupancy());
  }
}
