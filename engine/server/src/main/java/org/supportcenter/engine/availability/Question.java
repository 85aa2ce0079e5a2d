package org.supportcenter.engine.availability;

import static org.supportcenter.domain.policy.Limits.VISIT_DURATION;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.schedule.Candidate;
import org.supportcenter.domain.time.Span;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.store.booking.BookingFacts;
import org.supportcenter.store.booking.FactsRequest;
import org.supportcenter.store.booking.Reach;
import org.supportcenter.v1.CheckAvailabilityRequest;

/**
 * Whether a visit could be booked, as somebody asks it.
 *
 * @param duration null for the effective policy's
 * @param serviceType null for no named kind
 * @param customer null leaves customer overlap out
 * @param excluded an appointment that is to be moved there, or null
 */
public record Question(
    UUID technician,
    Instant start,
    @Nullable Duration duration,
    @Nullable UUID serviceType,
    @Nullable UUID customer,
    Set<String> requiredSkills,
    @Nullable UUID excluded) {

  static Question of(CheckAvailabilityRequest request) {
    return new Question(
        Names.TECHNICIAN.id(request.getTechnician(), "technician"),
        Times.instant(request.getStartTime(), "startTime"),
        request.hasDuration()
            ? Times.duration(request.getDuration(), VISIT_DURATION, "duration")
            : null,
        optional(Names.SERVICE_TYPE, request.getServiceType(), "serviceType"),
        optional(Names.CUSTOMER, request.getCustomer(), "customer"),
        new HashSet<>(request.getRequiredSkillsList()),
        optional(Names.APPOINTMENT, request.getExcludeAppointment(), "excludeAppointment"));
  }

  /** What has to be known. */
  public FactsRequest facts() {
    var longest = Objects.requireNonNullElse(duration, VISIT_DURATION.max());
    return new FactsRequest(
        Set.of(technician),
        customer == null ? Set.of() : Set.of(customer),
        serviceType == null ? Set.of() : Set.of(serviceType),
        excluded == null
            ? Reach.ofNew(start, start, longest)
            : Reach.around(start, start, longest));
  }

  /**
   * What is put before the judge.
   *
   * @param moved the excluded appointment: like a move, the question keeps its buffers as long as
   *     technician and service type are the same, and asks nothing of a start that stays
   * @throws org.supportcenter.domain.refusal.RefusedException if something named does not exist
   */
  public Candidate candidate(@Nullable Appointment moved, BookingFacts facts) {
    var rules = facts.serviceType(serviceType);
    if (rules == null) {
      throw missing(Names.SERVICE_TYPE, serviceType, "serviceType");
    }
    var found = facts.technician(technician, rules);
    if (found == null) {
      throw missing(Names.TECHNICIAN, technician, "technician");
    }
    if (customer != null && !facts.hasCustomer(customer)) {
      throw missing(Names.CUSTOMER, customer, "customer");
    }
    var skills = new HashSet<>(requiredSkills);
    skills.addAll(rules.requiredSkills());
    var policy = found.policy();
    var kept =
        moved != null && moved.terms().keepsBuffers(technician, serviceType) ? moved.terms() : null;
    return new Candidate(
        moved == null ? null : moved.id(),
        found,
        customer,
        Span.of(start, duration == null ? policy.defaultDuration() : duration),
        kept == null ? policy.bufferBefore() : kept.bufferBefore(),
        kept == null ? policy.bufferAfter() : kept.bufferAfter(),
        skills,
        moved == null || !moved.span().start().equals(start));
  }

  static RuntimeException missingAppointment(UUID id) {
    return missing(Names.APPOINTMENT, id, "excludeAppointment");
  }

  /** The refusal of a technician's credential that asks about somebody else. */
  public static RuntimeException foreign() {
    return new Refusal.NotAllowed("A technician may ask only about their own time.").asException();
  }

  static RuntimeException missing(Names kind, @Nullable UUID id, String field) {
    return new Refusal.NotFound(kind.of(Objects.requireNonNull(id)), field).asException();
  }

  /** The id in a name that may be empty. */
  public static @Nullable UUID optional(Names kind, String name, String field) {
    return name.isEmpty() ? null : kind.id(name, field);
  }
}
