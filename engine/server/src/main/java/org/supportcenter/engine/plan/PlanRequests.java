package org.supportcenter.engine.plan;

import static org.supportcenter.domain.policy.Limits.VISIT_DURATION;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.domain.appointment.Details;
import org.supportcenter.domain.booking.Wish;
import org.supportcenter.domain.place.Location;
import org.supportcenter.domain.ticket.Priority;
import org.supportcenter.domain.ticket.Ticket;
import org.supportcenter.domain.time.Span;
import org.supportcenter.engine.resource.Locations;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.v1.PlanRequest;

/** Visits that nobody has booked yet, read from the wire. */
final class PlanRequests {

  private PlanRequests() {}

  /** The field of the request with that index. */
  static String field(int index) {
    return "plan.requests[%d]".formatted(index);
  }

  static UUID customer(PlanRequest request, String field) {
    return Names.CUSTOMER.id(request.getCustomer(), field + ".customer");
  }

  static @Nullable UUID ticket(PlanRequest request, String field) {
    return request.getTicket().isEmpty()
        ? null
        : Names.TICKET.id(request.getTicket(), field + ".ticket");
  }

  /** The tickets of all the requests, each once. */
  static Set<UUID> tickets(List<PlanRequest> requests) {
    var ids = new HashSet<UUID>();
    for (int i = 0; i < requests.size(); i++) {
      var id = ticket(requests.get(i), field(i));
      if (id != null) {
        ids.add(id);
      }
    }
    return ids;
  }

  static @Nullable UUID serviceType(PlanRequest request, String field) {
    return request.getServiceType().isEmpty()
        ? null
        : Names.SERVICE_TYPE.id(request.getServiceType(), field + ".serviceType");
  }

  /** Null leaves it to the effective policy. */
  static @Nullable Duration duration(PlanRequest request, String field) {
    return request.hasDuration()
        ? Times.duration(request.getDuration(), VISIT_DURATION, field + ".duration")
        : null;
  }

  /** Inside of what the visit lies; null: anywhere in the window. */
  static @Nullable Span bounds(PlanRequest request, Span window, String field) {
    if (!request.hasEarliestStartTime() && !request.hasLatestEndTime()) {
      return null;
    }
    var start =
        request.hasEarliestStartTime()
            ? Times.instant(request.getEarliestStartTime(), field + ".earliestStartTime")
            : window.start();
    var end =
        request.hasLatestEndTime()
            ? Times.instant(request.getLatestEndTime(), field + ".latestEndTime")
            : window.end().plus(VISIT_DURATION.max());
    if (!start.isBefore(end)) {
      throw PlanOrder.invalid(field + ".latestEndTime", "must be after the earliest start");
    }
    return new Span(start, end);
  }

  static @Nullable Instant due(PlanRequest request, @Nullable Ticket ticket, String field) {
    if (request.hasDueTime()) {
      return Times.instant(request.getDueTime(), field + ".dueTime");
    }
    return ticket == null ? null : ticket.content().dueTime();
  }

  static Priority priority(PlanRequest request, @Nullable Ticket ticket) {
    if (request.getPriority() != org.supportcenter.v1.Priority.PRIORITY_UNSPECIFIED) {
      return Priority.valueOf(request.getPriority().name());
    }
    return ticket == null ? Priority.NORMAL : ticket.content().priority();
  }

  static @Nullable Location location(PlanRequest request, String field) {
    return request.hasLocation()
        ? Locations.location(request.getLocation(), field + ".location")
        : null;
  }

  /** As what it is booked. */
  static AppointmentStatus status(PlanRequest request, String field) {
    return switch (request.getStatus()) {
      case STATUS_UNSPECIFIED, CONFIRMED -> AppointmentStatus.CONFIRMED;
      case DRAFT -> AppointmentStatus.DRAFT;
      case IN_PROGRESS, COMPLETED, CANCELLED, NO_SHOW, UNRECOGNIZED ->
          throw PlanOrder.invalid(field + ".status", "must be DRAFT or CONFIRMED");
    };
  }

  /** The visit as it is booked there. */
  static Wish wish(
      PlanRequest request, @Nullable Ticket ticket, UUID technician, Instant start, int index) {
    var field = field(index);
    return new Wish(
        customer(request, field),
        technician,
        ticket(request, field),
        serviceType(request, field),
        start,
        duration(request, field),
        request.getRequiredSkillsList(),
        new Details(
            request.getDescription(),
            location(request, field),
            priority(request, ticket),
            null,
            null));
  }

  /** The same id for the same request of the same plan, so that a search can be gone on with. */
  static UUID id(UUID plan, int index) {
    return new UUID(plan.getMostSignificantBits(), plan.getLeastSignificantBits() + 1 + index);
  }
}
