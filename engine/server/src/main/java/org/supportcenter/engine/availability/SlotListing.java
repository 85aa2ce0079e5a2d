package org.supportcenter.engine.availability;

import static org.supportcenter.domain.time.Instants.earlier;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.supportcenter.domain.rule.RuleBook;
import org.supportcenter.domain.schedule.Facts;
import org.supportcenter.domain.slot.Slot;
import org.supportcenter.domain.slot.SlotSearch;
import org.supportcenter.domain.time.Span;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.wire.Pages;
import org.supportcenter.engine.wire.SlotTokens;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.store.Tx;
import org.supportcenter.store.booking.BookingFactsStore;
import org.supportcenter.store.booking.SetupCache;
import org.supportcenter.store.page.PageQuery;
import org.supportcenter.v1.ListSlotsRequest;
import org.supportcenter.v1.ListSlotsResponse;
import org.supportcenter.v1.SearchedSchedules;

/**
 * Lists slots a page at a time. A page looks no further than it has to: a day first, or as far as
 * the page before suggests, then as much more as what was found makes likely to fill it.
 */
final class SlotListing {

  /**
   * Most days of a technician that one page looks at; what is left is for the next one. Looking at
   * one costs some microseconds.
   */
  private static final int MOST_TECHNICIAN_DAYS = 20_000;

  /** How far a page may look before it has seen how many technicians there are. */
  private static final Duration LONGEST_FIRST_LOOK =
      Duration.ofDays(MOST_TECHNICIAN_DAYS / SlotQuestion.MOST_TECHNICIANS);

  private static final long DAY = Duration.ofDays(1).toSeconds();

  private final Reads reads;
  private final InstantSource clock;
  private final BookingFactsStore facts;
  private final SlotSearch search = new SlotSearch(RuleBook.STANDARD);

  SlotListing(Reads reads, SetupCache setups, InstantSource clock) {
    this.facts = new BookingFactsStore(setups);
    this.reads = reads;
    this.clock = clock;
  }

  ListSlotsResponse list(ListSlotsRequest request) {
    var caller = Caller.current();
    var question = SlotQuestion.of(caller, request);
    var window = SlotQuestion.window(request);
    var query = Pages.query(request, caller);
    var from = SlotPosition.of(query, window);
    return reads.run(
        caller, tx -> new Page(tx, question, window, query, from, clock.instant()).fill());
  }

  /** One page that is being filled. */
  private final class Page {
    private final Tx tx;
    private final SlotQuestion question;
    private final Span window;
    private final PageQuery query;
    private final SlotPosition from;
    private final Instant now;
    private final List<Slot> found = new ArrayList<>();
    private int technicians;
    private long technicianDays;
    private long candidates;
    private long dataVersion = Long.MAX_VALUE;

    Page(
        Tx tx,
        SlotQuestion question,
        Span window,
        PageQuery query,
        SlotPosition from,
        Instant now) {
      this.tx = tx;
      this.question = question;
      this.window = window;
      this.query = query;
      this.from = from;
      this.now = now;
    }

    ListSlotsResponse fill() {
      var reached = from.start();
      var next = earlier(from.lookTo(), from.start().plus(LONGEST_FIRST_LOOK));
      while (reached.isBefore(window.end()) && !isFull() && technicianDays < MOST_TECHNICIAN_DAYS) {
        var part = new Span(reached, earlier(next, window.end()));
        look(part);
        reached = part.end();
        next = reached.plus(Duration.ofDays(Math.max(1, daysToGo(missing(), reached))));
      }
      return answer(reached);
    }

    /** One more than there is room for tells that there is a next page. */
    private long missing() {
      return query.limit() + 1L - found.size();
    }

    private boolean isFull() {
      return missing() <= 0;
    }

    private void look(Span part) {
      var read = facts.read(tx, question.facts(part), now);
      var enquiries = question.enquiries(read);
      var slots = search.slots(enquiries, part, new Facts(now, read.booked()));
      slots.stream().filter(from::isBefore).forEach(found::add);
      technicians = enquiries.size();
      technicianDays += Math.max(1, technicians) * Math.ceilDiv(part.length().toSeconds(), DAY);
      dataVersion = Math.min(dataVersion, read.dataVersion());
      for (var enquiry : enquiries) {
        candidates += SlotSearch.gridSize(enquiry.technician(), part);
      }
    }

    /**
     * How many days more will bring so many slots if they are like those looked at.
     *
     * @param reached where the look at them ended
     */
    private long daysToGo(long wanted, Instant reached) {
      var looked = Duration.between(from.start(), reached).toSeconds();
      var guess =
          found.isEmpty()
              ? Math.ceilDiv(2 * looked, DAY)
              : Math.ceilDiv(wanted * looked, found.size() * DAY);
      var affordable =
          Math.ceilDiv(MOST_TECHNICIAN_DAYS - technicianDays, Math.max(1, technicians));
      return Math.clamp(guess, 0, Math.max(0, affordable));
    }

    private ListSlotsResponse answer(Instant reached) {
      var answer = ListSlotsResponse.newBuilder();
      var shown = isFull() ? found.subList(0, query.limit()) : found;
      for (var slot : shown) {
        answer.addSlots(SlotTokens.message(slot, dataVersion));
      }
      if (isFull()) {
        var last = shown.getLast();
        var left = found.size() - shown.size();
        var next = reached.plus(Duration.ofDays(daysToGo(shown.size() + 1L - left, reached)));
        answer.setNextPageToken(
            new SlotPosition(last.span().start(), last.technicianId(), next).token(query));
      } else if (reached.isBefore(window.end())) {
        var next = reached.plus(Duration.between(from.start(), reached));
        answer.setNextPageToken(new SlotPosition(reached, SlotPosition.NOBODY, next).token(query));
      }
      return answer
          .setSearched(
              SearchedSchedules.newBuilder()
                  .setTechnicians(technicians)
                  .setStartTime(Times.timestamp(from.start()))
                  .setEndTime(Times.timestamp(reached))
                  .setCandidates(Math.toIntExact(candidates)))
          .build();
    }
  }
}
