package org.supportcenter.engine.availability;

import static org.supportcenter.domain.policy.Limits.VISIT_DURATION;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.policy.Limits;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.time.Span;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.store.booking.BookingFacts;
import org.supportcenter.store.booking.FactsRequest;
import org.supportcenter.store.booking.Reach;
import org.supportcenter.v1.ListSlotsRequest;

/**
 * A visit that looks for a place, as somebody asks for it.
 *
 * @param technicians with whom; empty for everybody active who has the skills
 * @param skills needed beyond the service type's
 * @param duration null for each technician's effective policy's
 * @param serviceType null for no named kind
 * @param customer null leaves customer overlap out
 */
record SlotQuestion(
    Set<UUID> technicians,
    Set<String> skills,
    @Nullable Duration duration,
    @Nullable UUID serviceType,
    @Nullable UUID customer) {

  /** Most technicians that one search looks at. */
  static final int MOST_TECHNICIANS = 1000;

  /**
   * What a request asks.
   *
   * @throws org.supportcenter.domain.refusal.RefusedException if a name or duration is malformed,
   *     or the caller may not ask for a technician that is named
   */
  static SlotQuestion of(Caller caller, ListSlotsRequest request) {
    return new SlotQuestion(
        technicians(caller, request.getTechniciansList()),
        new HashSet<>(request.getRequiredSkillsList()),
        request.hasDuration()
            ? Times.duration(request.getDuration(), VISIT_DURATION, "duration")
            : null,
        Question.optional(Names.SERVICE_TYPE, request.getServiceType(), "serviceType"),
        Question.optional(Names.CUSTOMER, request.getCustomer(), "customer"));
  }

  /**
   * Where starts are asked for.
   *
   * @throws org.supportcenter.domain.refusal.RefusedException if it is empty or too long
   */
  static Span window(ListSlotsRequest request) {
    var window =
        Span.between(
            Times.instant(request.getStartTime(), "startTime"),
            Times.instant(request.getEndTime(), "endTime"));
    if (window == null) {
      throw new Refusal.FieldsInvalid("endTime", "must be after startTime").asException();
    }
    if (window.length().compareTo(Limits.SEARCH_WINDOW) > 0) {
      throw new Refusal.FieldsInvalid(
              "endTime",
              "must be at most %d days after startTime".formatted(Limits.SEARCH_WINDOW.toDays()))
          .asException();
    }
    return window;
  }

  /**
   * With whom the caller may ask for: who acts for a technician asks for that one only.
   *
   * @param named names of technicians, maybe none
   * @throws org.supportcenter.domain.refusal.RefusedException if another one is named
   */
  static Set<UUID> technicians(Caller caller, List<String> named) {
    var technicians = new HashSet<UUID>();
    named.forEach(name -> technicians.add(Names.TECHNICIAN.id(name, "technicians")));
    var own = caller.technician();
    if (own == null) {
      return technicians;
    }
    if (!technicians.isEmpty() && !technicians.equals(Set.of(own))) {
      throw Question.foreign();
    }
    return Set.of(own);
  }

  /** The same for a customer. */
  SlotQuestion forCustomer(UUID other) {
    return new SlotQuestion(technicians, skills, duration, serviceType, other);
  }

  /** The same, asked of these technicians, able or not. */
  SlotQuestion askedOf(Set<UUID> others) {
    return new SlotQuestion(others, skills, duration, serviceType, customer);
  }

  /**
   * What has to be known.
   *
   * @param starts where starts are looked for
   */
  FactsRequest facts(Span starts) {
    return new FactsRequest(
        technicians,
        technicians.isEmpty() ? skills : null,
        customer == null ? Set.of() : Set.of(customer),
        serviceType == null ? Set.of() : Set.of(serviceType),
        Reach.ofNew(
            starts.start(),
            starts.end().minusNanos(1),
            Objects.requireNonNullElse(duration, VISIT_DURATION.max())));
  }

  /**
   * The visit as asked of each technician.
   *
   * @throws org.supportcenter.domain.refusal.RefusedException if something named does not exist, or
   *     more technicians are able than one search looks at
   */
  List<Enquiry> enquiries(BookingFacts facts) {
    var rules = facts.serviceType(serviceType);
    if (rules == null) {
      throw Question.missing(Names.SERVICE_TYPE, serviceType, "serviceType");
    }
    if (customer != null && !facts.hasCustomer(customer)) {
      throw Question.missing(Names.CUSTOMER, customer, "customer");
    }
    var asked = technicians.isEmpty() ? facts.technicians() : technicians;
    if (asked.size() > MOST_TECHNICIANS) {
      throw new Refusal.FieldsInvalid(
              "technicians",
              "must name whom to look at: %d technicians have the skills, and one search looks at"
                      .formatted(asked.size())
                  + " %d".formatted(MOST_TECHNICIANS))
          .asException();
    }
    var needed = new HashSet<>(skills);
    needed.addAll(rules.requiredSkills());
    var enquiries = new ArrayList<Enquiry>(asked.size());
    for (var id : asked) {
      var technician = facts.technician(id, rules);
      if (technician == null) {
        throw Question.missing(Names.TECHNICIAN, id, "technicians");
      }
      var policy = technician.policy();
      enquiries.add(
          new Enquiry(
              null,
              technician,
              customer,
              duration == null ? policy.defaultDuration() : duration,
              policy.bufferBefore(),
              policy.bufferAfter(),
              needed));
    }
    return enquiries;
  }
}
