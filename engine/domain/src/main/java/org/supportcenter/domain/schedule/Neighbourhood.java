package org.supportcenter.domain.schedule;

import java.time.Duration;
import java.time.ZoneId;
import org.supportcenter.domain.time.Span;
import org.supportcenter.domain.time.WallClock;

/**
 * Which booked visits can matter to a visit at one place in time: of the same technician those
 * whose occupied span meets {@link #occupied} or that start within {@link #day}, and of the same
 * customer those whose span meets {@link #span}. Everything else may be left unread.
 *
 * @param span the visit
 * @param occupied the visit with its buffers
 * @param day the local date of its start in the technician's zone
 */
public record Neighbourhood(Span span, Span occupied, Span day) {

  /** The neighbourhood of a visit of a technician in the zone. */
  public static Neighbourhood of(
      Span span, Duration bufferBefore, Duration bufferAfter, ZoneId zone) {
    var date = WallClock.dateOf(span.start(), zone);
    return new Neighbourhood(
        span, span.widen(bufferBefore, bufferAfter), WallClock.days(date, date, zone));
  }

  /** The neighbourhood of a candidate. */
  public static Neighbourhood of(Proposal proposal) {
    return of(
        proposal.span(),
        proposal.bufferBefore(),
        proposal.bufferAfter(),
        proposal.technician().zone());
  }

  /** One span that everything relevant meets with its occupied span; simpler to ask for, wider. */
  public Span envelope() {
    return new Span(
        occupied.start().isBefore(day.start()) ? occupied.start() : day.start(),
        occupied.end().isAfter(day.end()) ? occupied.end() : day.end());
  }
}
