package org.supportcenter.engine.availability;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.access.Scope;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.rule.RuleBook;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Facts;
import org.supportcenter.domain.slot.SlotSearch;
import org.supportcenter.domain.suggestion.Exclusions;
import org.supportcenter.domain.suggestion.Obstacles;
import org.supportcenter.domain.suggestion.Situation;
import org.supportcenter.domain.suggestion.Suggester;
import org.supportcenter.domain.suggestion.Weeks;
import org.supportcenter.domain.ticket.Ticket;
import org.supportcenter.domain.ticket.TicketContent;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.store.Stored;
import org.supportcenter.store.Tx;
import org.supportcenter.store.booking.BookingFactsStore;
import org.supportcenter.store.booking.SetupCache;
import org.supportcenter.store.booking.SuggestionFacts;
import org.supportcenter.store.booking.SuggestionFactsStore;
import org.supportcenter.store.technician.TechnicianStore;
import org.supportcenter.store.ticket.TicketStore;
import org.supportcenter.v1.SearchedSchedules;
import org.supportcenter.v1.SuggestSlotsRequest;
import org.supportcenter.v1.SuggestSlotsResponse;

/** Suggests slots, or says what stands in the way of them. */
final class SlotSuggestions {

  /** Most starts on the grid that one call looks at. Looking at one costs some nanoseconds. */
  private static final long MOST_CANDIDATES = 3_000_000;

  private final Reads reads;
  private final InstantSource clock;
  private final SuggestionFactsStore facts;
  private final BookingFactsStore technicians;
  private final TicketStore tickets = new TicketStore();
  private final TechnicianStore profiles = new TechnicianStore();
  private final Suggester suggester = new Suggester(new SlotSearch(RuleBook.STANDARD));
  private final Obstacles obstacles = new Obstacles(RuleBook.STANDARD);

  SlotSuggestions(Reads reads, SetupCache setups, InstantSource clock) {
    this.facts = new SuggestionFactsStore(setups);
    this.technicians = new BookingFactsStore(setups);
    this.reads = reads;
    this.clock = clock;
  }

  SuggestSlotsResponse suggest(SuggestSlotsRequest request) {
    var caller = Caller.current();
    var wish = SuggestionWish.of(caller, request);
    return reads.run(caller, tx -> suggest(tx, caller, wish));
  }

  private SuggestSlotsResponse suggest(Tx tx, Caller caller, SuggestionWish asked) {
    var now = clock.instant();
    var ticket = ticket(tx, caller, asked.ticket());
    var wish = asked.forCustomerOf(ticket);
    var found = read(tx, wish, wish.question(), now);
    var situation = situation(wish, wish.question(), found, now);
    preferredMustExist(tx, wish, found);
    var candidates = candidates(situation);
    var suggestions =
        suggester.suggest(
            situation, wish.preferences(ticket, found), found.settings(), wish.most());
    var answer =
        SuggestSlotsResponse.newBuilder()
            .setSearched(
                SearchedSchedules.newBuilder()
                    .setTechnicians(situation.enquiries().size())
                    .setStartTime(Times.timestamp(wish.window().start()))
                    .setEndTime(Times.timestamp(wish.window().end()))
                    .setCandidates(Math.toIntExact(candidates)));
    if (suggestions.isEmpty()) {
      SuggestionMessages.add(exclusions(tx, wish, situation, now), answer);
    } else {
      var mayRead = caller.scopes().contains(Scope.APPOINTMENTS_READ);
      for (var suggestion : suggestions) {
        answer.addSuggestions(
            SuggestionMessages.message(suggestion, found.booking().dataVersion(), mayRead));
      }
    }
    return answer.build();
  }

  private @Nullable TicketContent ticket(Tx tx, Caller caller, @Nullable UUID id) {
    if (id == null) {
      return null;
    }
    Stored<UUID, Ticket> stored = tickets.find(tx, id, caller.technician());
    if (stored == null) {
      throw Question.missing(Names.TICKET, id, "ticket");
    }
    return stored.content().content();
  }

  private SuggestionFacts read(Tx tx, SuggestionWish wish, SlotQuestion question, Instant now) {
    var request = question.facts(wish.window()).over(Weeks.around(wish.window()));
    return facts.read(tx, request, wish.ticket(), question.customer(), now);
  }

  private static Situation situation(
      SuggestionWish wish, SlotQuestion question, SuggestionFacts found, Instant now) {
    return new Situation(
        question.enquiries(found.booking()),
        wish.window(),
        new Facts(now, found.booking().booked()),
        found.running(),
        found.points(),
        found.homes(),
        found.shortestService());
  }

  private void preferredMustExist(Tx tx, SuggestionWish wish, SuggestionFacts found) {
    var preferred = wish.preferredTechnician();
    if (preferred != null
        && !found.booking().technicians().contains(preferred)
        && profiles.find(tx, preferred) == null) {
      throw Question.missing(Names.TECHNICIAN, preferred, "preferredTechnician");
    }
  }

  /** How many starts there are to look at; refuses when they are too many. */
  private static long candidates(Situation situation) {
    long candidates = 0;
    for (var enquiry : situation.enquiries()) {
      candidates += SlotSearch.gridSize(enquiry.technician(), situation.window());
    }
    if (candidates > MOST_CANDIDATES) {
      throw new Refusal.FieldsInvalid(
              "endTime",
              "must be earlier, or technicians be named: there are %d starts to look at, and one"
                      .formatted(candidates)
                  + " call looks at %d".formatted(MOST_CANDIDATES))
          .asException();
    }
    return candidates;
  }

  /** What stands in the way, of those who lack the skills, too, unless technicians were named. */
  private Exclusions exclusions(Tx tx, SuggestionWish wish, Situation situation, Instant now) {
    var question = wish.question();
    if (!question.technicians().isEmpty() || !asksForSkills(situation.enquiries(), question)) {
      return obstacles.count(situation);
    }
    var everybody = technicians.able(tx, new HashSet<>(), null, SlotQuestion.MOST_TECHNICIANS);
    if (everybody.isEmpty()) {
      return obstacles.count(situation);
    }
    var named = question.askedOf(new HashSet<>(everybody));
    return obstacles.count(situation(wish, named, read(tx, wish, named, now), now));
  }

  /** With nobody to ask it may be for the skills of the service type. */
  private static boolean asksForSkills(List<Enquiry> enquiries, SlotQuestion question) {
    return enquiries.isEmpty()
        || !question.skills().isEmpty()
        || !enquiries.getFirst().requiredSkills().isEmpty();
  }
}
