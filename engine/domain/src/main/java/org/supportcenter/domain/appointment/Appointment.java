package org.supportcenter.domain.appointment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.supportcenter.domain.rule.Reason;
import org.supportcenter.domain.time.Span;

/**
 * One technician visiting one customer for one ticket.
 *
 * @param reference {@code APPT-001}; empty until the store has numbered it
 * @param waivers rules set aside, each at most once
 */
public record Appointment(
    UUID id,
    String reference,
    UUID customerId,
    UUID ticketId,
    Terms terms,
    AppointmentStatus status,
    Details details,
    Progress progress,
    List<Waiver> waivers,
    Revision revision) {

  public Appointment {
    waivers = List.copyOf(waivers);
  }

  /** Who does the visit. */
  public UUID technicianId() {
    return terms.technicianId();
  }

  /** When it takes place. */
  public Span span() {
    return terms.span();
  }

  /** The version an etag stands for. */
  public int version() {
    return revision.version();
  }

  /** Whether its distance to neighbours was set aside. */
  public boolean bufferWaived() {
    return waivers.stream().anyMatch(waiver -> waiver.reason() == Reason.BUFFER_TOO_SHORT);
  }

  /** The same appointment with the number the store gave it. */
  public Appointment numbered(String number) {
    return new Appointment(
        id, number, customerId, ticketId, terms, status, details, progress, waivers, revision);
  }

  /** The same appointment as another version. */
  public Appointment withRevision(Revision other) {
    return new Appointment(
        id, reference, customerId, ticketId, terms, status, details, progress, waivers, other);
  }

  /** The next version, further along. */
  public Appointment advanced(
      AppointmentStatus next, Progress reached, List<Waiver> standing, Instant now) {
    return new Appointment(
        id,
        reference,
        customerId,
        ticketId,
        terms,
        next,
        details,
        reached,
        standing,
        revision.next(now));
  }
}
