package org.supportcenter.domain.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.appointment.Details;

/**
 * An appointment as somebody wants it: everything that can be chosen.
 *
 * @param ticketId null when a ticket is to be made for it
 * @param serviceTypeId null when it is of no named kind
 * @param duration null for the effective policy's
 * @param requiredSkills needed beyond the service type's, each once
 */
public record Wish(
    UUID customerId,
    UUID technicianId,
    @Nullable UUID ticketId,
    @Nullable UUID serviceTypeId,
    Instant startTime,
    @Nullable Duration duration,
    List<String> requiredSkills,
    Details details) {

  public Wish {
    requiredSkills = List.copyOf(requiredSkills);
  }

  /** Everything as it is. */
  public static Wish like(Appointment appointment) {
    var terms = appointment.terms();
    return new Wish(
        appointment.customerId(),
        terms.technicianId(),
        appointment.ticketId(),
        terms.serviceTypeId(),
        terms.span().start(),
        terms.span().length(),
        terms.requiredSkills(),
        appointment.details());
  }

  /** The same with somebody else. */
  public Wish by(UUID otherTechnicianId) {
    return new Wish(
        customerId,
        otherTechnicianId,
        ticketId,
        serviceTypeId,
        startTime,
        duration,
        requiredSkills,
        details);
  }

  /** The same at another time. */
  public Wish at(Instant otherStart, @Nullable Duration otherDuration) {
    return new Wish(
        customerId,
        technicianId,
        ticketId,
        serviceTypeId,
        otherStart,
        otherDuration,
        requiredSkills,
        details);
  }

  /** The same with other notes. */
  public Wish with(Details otherDetails) {
    return new Wish(
        customerId,
        technicianId,
        ticketId,
        serviceTypeId,
        startTime,
        duration,
        requiredSkills,
        otherDetails);
  }
}
