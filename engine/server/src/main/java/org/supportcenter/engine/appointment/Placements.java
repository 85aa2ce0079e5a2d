package org.supportcenter.engine.appointment;

import static org.supportcenter.domain.policy.Limits.VISIT_DURATION;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.booking.Placement;
import org.supportcenter.domain.booking.WaiverRequest;
import org.supportcenter.domain.booking.Wish;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.store.booking.BookingFacts;
import org.supportcenter.store.booking.FactsRequest;
import org.supportcenter.store.booking.Reach;

/** Turns wishes into placements: asks for the facts they need, and refuses what does not exist. */
final class Placements {

  private Placements() {}

  /** The facts that are needed to judge a wish for a new appointment. */
  static FactsRequest requestOfNew(Wish wish) {
    var start = wish.startTime();
    var wishes = List.of(wish);
    return request(wishes, Reach.ofNew(start, start, longest(wishes)));
  }

  /** The facts that are needed to judge all of the wishes, for new appointments and booked ones. */
  static FactsRequest request(Collection<Wish> wishes) {
    var starts = wishes.stream().map(Wish::startTime).sorted().toList();
    return request(wishes, Reach.around(starts.getFirst(), starts.getLast(), longest(wishes)));
  }

  private static FactsRequest request(Collection<Wish> wishes, Reach reach) {
    return new FactsRequest(
        ids(wishes, Wish::technicianId),
        ids(wishes, Wish::customerId),
        ids(wishes, Wish::serviceTypeId),
        reach);
  }

  /**
   * One wish with its facts.
   *
   * @param current as it is stored, or null for a new one
   * @throws org.supportcenter.domain.refusal.RefusedException if customer, technician or service
   *     type does not exist
   */
  static Placement of(
      @Nullable Appointment current, Wish wish, WaiverRequest waive, BookingFacts facts) {
    return of(current, wish, waive, facts, "appointment");
  }

  /** The same of a wish that stands in another field. */
  static Placement of(
      @Nullable Appointment current,
      Wish wish,
      WaiverRequest waive,
      BookingFacts facts,
      String field) {
    if (!facts.hasCustomer(wish.customerId())) {
      throw missing(Names.CUSTOMER, wish.customerId(), field + ".customer");
    }
    var serviceTypeId = wish.serviceTypeId();
    var serviceType = facts.serviceType(serviceTypeId);
    if (serviceType == null) {
      throw missing(Names.SERVICE_TYPE, serviceTypeId, field + ".serviceType");
    }
    var technician = facts.technician(wish.technicianId(), serviceType);
    if (technician == null) {
      throw missing(Names.TECHNICIAN, wish.technicianId(), field + ".technician");
    }
    return new Placement(current, wish, waive, technician, serviceType);
  }

  /** The refusal of what a field refers to. */
  static RuntimeException missing(Names kind, @Nullable UUID id, String field) {
    return new Refusal.NotFound(kind.of(Objects.requireNonNull(id)), field).asException();
  }

  private static Set<UUID> ids(Collection<Wish> wishes, Function<Wish, @Nullable UUID> id) {
    var ids = new HashSet<UUID>();
    for (var wish : wishes) {
      var given = id.apply(wish);
      if (given != null) {
        ids.add(given);
      }
    }
    return ids;
  }

  private static Duration longest(Collection<Wish> wishes) {
    return wishes.stream()
        .map(wish -> Objects.requireNonNullElse(wish.duration(), VISIT_DURATION.max()))
        .max(Duration::compareTo)
        .orElseThrow();
  }
}
