package org.supportcenter.engine.availability;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.suggestion.Preferences;
import org.supportcenter.domain.suggestion.Suggester;
import org.supportcenter.domain.ticket.Priority;
import org.supportcenter.domain.ticket.TicketContent;
import org.supportcenter.domain.time.Span;
import org.supportcenter.domain.travel.Point;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.resource.Locations;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.store.booking.SuggestionFacts;
import org.supportcenter.v1.ListSlotsRequest;
import org.supportcenter.v1.PreferredTime;
import org.supportcenter.v1.SuggestSlotsRequest;

/**
 * What somebody asks suggestions for.
 *
 * @param question what slots are searched by
 * @param window where starts are asked for
 * @param priority null for the ticket's
 * @param place null for where the customer was last visited
 * @param most how many suggestions at most
 */
record SuggestionWish(
    SlotQuestion question,
    Span window,
    @Nullable UUID ticket,
    @Nullable Priority priority,
    @Nullable UUID preferredTechnician,
    List<Span> preferredTimes,
    @Nullable Point place,
    int most) {

  /**
   * What a request asks.
   *
   * @throws org.supportcenter.domain.refusal.RefusedException if something in it is malformed, or
   *     the caller may not ask for a technician that is named
   */
  static SuggestionWish of(Caller caller, SuggestSlotsRequest request) {
    var listing = listing(request);
    var preferred =
        Question.optional(
            Names.TECHNICIAN, request.getPreferredTechnician(), "preferredTechnician");
    if (caller.technician() != null
        && preferred != null
        && !preferred.equals(caller.technician())) {
      throw Question.foreign();
    }
    return new SuggestionWish(
        SlotQuestion.of(caller, listing),
        SlotQuestion.window(listing),
        Question.optional(Names.TICKET, request.getTicket(), "ticket"),
        priority(request),
        preferred,
        times(request.getPreferredTimesList()),
        request.hasLocation()
            ? Point.of(Locations.location(request.getLocation(), "location"))
            : null,
        request.getMaxSuggestions() == 0 ? Suggester.USUAL : request.getMaxSuggestions());
  }

  /**
   * The same for the customer of its ticket.
   *
   * @throws org.supportcenter.domain.refusal.RefusedException if another customer is given
   */
  SuggestionWish forCustomerOf(@Nullable TicketContent content) {
    if (content == null) {
      return this;
    }
    var customer = question.customer();
    if (customer != null && !customer.equals(content.customerId())) {
      throw new Refusal.FieldsInvalid("ticket", "must be a ticket of the customer").asException();
    }
    return new SuggestionWish(
        question.forCustomer(content.customerId()),
        window,
        ticket,
        priority,
        preferredTechnician,
        preferredTimes,
        place,
        most);
  }

  /** What the soft rules look at. */
  Preferences preferences(@Nullable TicketContent content, SuggestionFacts facts) {
    var ticketPriority = content == null ? Priority.NORMAL : content.priority();
    return new Preferences(
        priority == null ? ticketPriority : priority,
        content == null ? null : content.dueTime(),
        facts.lastTechnician(),
        preferredTechnician,
        preferredTimes,
        place == null ? facts.lastPlace() : place);
  }

  /** The part of the request that a listing of slots has, too. */
  private static ListSlotsRequest listing(SuggestSlotsRequest request) {
    var listing =
        ListSlotsRequest.newBuilder()
            .setStartTime(request.getStartTime())
            .setEndTime(request.getEndTime())
            .setServiceType(request.getServiceType())
            .addAllTechnicians(request.getTechniciansList())
            .addAllRequiredSkills(request.getRequiredSkillsList())
            .setCustomer(request.getCustomer());
    if (request.hasDuration()) {
      listing.setDuration(request.getDuration());
    }
    return listing.build();
  }

  private static @Nullable Priority priority(SuggestSlotsRequest request) {
    return switch (request.getPriority()) {
      case LOW -> Priority.LOW;
      case NORMAL -> Priority.NORMAL;
      case HIGH -> Priority.HIGH;
      case URGENT -> Priority.URGENT;
      case PRIORITY_UNSPECIFIED, UNRECOGNIZED -> null;
    };
  }

  private static List<Span> times(List<PreferredTime> given) {
    var times = new ArrayList<Span>();
    for (int i = 0; i < given.size(); i++) {
      var field = "preferredTimes[%d]".formatted(i);
      var time =
          Span.between(
              Times.instant(given.get(i).getStartTime(), field + ".startTime"),
              Times.instant(given.get(i).getEndTime(), field + ".endTime"));
      if (time == null) {
        throw new Refusal.FieldsInvalid(field + ".endTime", "must be after startTime")
            .asException();
      }
      times.add(time);
    }
    return times;
  }
}
