package org.supportcenter.domain.slot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.policy.Limits;
import org.supportcenter.domain.rule.ForbiddenStarts;
import org.supportcenter.domain.rule.RuleBook;
import org.supportcenter.domain.schedule.BookedVisit;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Facts;
import org.supportcenter.domain.schedule.TechnicianFacts;
import org.supportcenter.domain.schedule.Visit;
import org.supportcenter.domain.time.Span;

/**
 * Finds every start on the grid that breaks no rule: what is listed can be booked, and what is on
 * the grid and not listed is refused. The rules mark the starts they forbid; the search walks the
 * grid of the working intervals over what is left.
 *
 * <p>The grid runs from the opening of each working interval as it is written, in steps of elapsed
 * time, up to its closing; the visit may reach on into an interval that touches.
 */
public final class SlotSearch {

  /**
   * A place is a number, its start in epoch seconds before its technician, so that sorting the
   * places of hundreds of technicians follows no references. Seconds need less than 40 bits.
   */
  private static final int TECHNICIAN_BITS = 24;

  private final RuleBook rules;

  /** A search by the rules of the book. */
  public SlotSearch(RuleBook rules) {
    this.rules = rules;
  }

  /**
   * The free places of several technicians, by start, then by technician.
   *
   * @param enquiries the visit as asked of each technician, each technician once
   * @param window starts lie inside; at most {@link Limits#SEARCH_WINDOW} long
   * @param facts with every visit that can matter to a start in the window
   */
  public List<Slot> slots(List<Enquiry> enquiries, Span window, Facts facts) {
    var near = new HashMap<UUID, List<BookedVisit>>();
    for (var enquiry : enquiries) {
      near.put(enquiry.technician().id(), new ArrayList<>());
      if (enquiry.customerId() != null) {
        near.put(enquiry.customerId(), new ArrayList<>());
      }
    }
    for (var visit : facts.booked()) {
      file(visit, visit.technicianId(), near);
      file(visit, visit.customerId(), near);
    }
    var inOrder =
        enquiries.stream()
            .sorted((one, other) -> Slot.compareIds(one.technician().id(), other.technician().id()))
            .toList();
    var starts =
        SideBySide.map(
            inOrder, enquiry -> startSeconds(enquiry, window, near(enquiry, facts.now(), near)));
    return Arrays.stream(byStart(starts)).mapToObj(place -> slot(inOrder, place)).toList();
  }

  /** Places by start, then by technician, as {@link Slot#BY_START} has them. */
  private static long[] byStart(List<long[]> startsOfEach) {
    var places = new long[startsOfEach.stream().mapToInt(starts -> starts.length).sum()];
    int count = 0;
    for (int technician = 0; technician < startsOfEach.size(); technician++) {
      for (var start : startsOfEach.get(technician)) {
        places[count++] = start << TECHNICIAN_BITS | technician;
      }
    }
    Arrays.sort(places);
    return places;
  }

  private static Slot slot(List<Enquiry> inOrder, long place) {
    var enquiry = inOrder.get((int) place & (1 << TECHNICIAN_BITS) - 1);
    var start = Instant.ofEpochSecond(place >> TECHNICIAN_BITS);
    return new Slot(enquiry.technician().id(), Span.of(start, enquiry.duration()));
  }

  private static Facts near(Enquiry enquiry, Instant now, Map<UUID, List<BookedVisit>> near) {
    var booked = new ArrayList<>(near.getOrDefault(enquiry.technician().id(), List.of()));
    booked.addAll(near.getOrDefault(enquiry.customerId(), List.of()));
    return new Facts(now, booked);
  }

  /**
   * The free starts of one technician, in order.
   *
   * @param window starts lie inside; at most {@link Limits#SEARCH_WINDOW} long
   * @param facts with every visit that can matter to a start in the window
   * @throws IllegalArgumentException when the window is too long
   */
  public List<Instant> starts(Enquiry enquiry, Span window, Facts facts) {
    return Arrays.stream(startSeconds(enquiry, window, facts))
        .mapToObj(Instant::ofEpochSecond)
        .toList();
  }

  /** The same as epoch seconds, for those who look at thousands. */
  public long[] startSeconds(Enquiry enquiry, Span window, Facts facts) {
    if (window.length().compareTo(Limits.SEARCH_WINDOW) > 0) {
      throw new IllegalArgumentException("A search spans at most " + Limits.SEARCH_WINDOW);
    }
    var forbidden = new ForbiddenStarts(window);
    rules.forbid(enquiry, others(enquiry, facts), facts.now(), forbidden);
    var allowed = forbidden.sorted();
    var step = enquiry.technician().policy().slotStep().toSeconds();
    var found = new Seconds();
    for (var interval : enquiry.technician().workingHours().asWritten(window)) {
      var opening = interval.start().getEpochSecond();
      var closing = interval.end().getEpochSecond();
      var start = allowed.firstAllowed(opening);
      while (start < closing) {
        var onGrid = opening + Math.ceilDiv(start - opening, step) * step;
        if (onGrid == start) {
          found.add(start);
          onGrid += step;
        }
        start = allowed.firstAllowed(onGrid);
      }
    }
    return found.sortedDistinct();
  }

  /**
   * How many starts there are on the technician's grid, free or not.
   *
   * @param window starts lie inside
   */
  public static long gridSize(TechnicianFacts technician, Span window) {
    var step = technician.policy().slotStep().toSeconds();
    var size = 0L;
    var meeting = new ArrayList<Span>();
    var reached = Instant.MIN;
    for (var interval : technician.workingHours().asWritten(window)) {
      if (!interval.start().isBefore(reached)) {
        size += gridSize(meeting, window, step);
        meeting.clear();
      }
      meeting.add(interval);
      reached = interval.end().isAfter(reached) ? interval.end() : reached;
    }
    return size + gridSize(meeting, window, step);
  }

  /** The grids of intervals that meet may share starts. */
  private static long gridSize(List<Span> meeting, Span window, long step) {
    if (meeting.isEmpty()) {
      return 0;
    }
    if (meeting.size() == 1) {
      var interval = meeting.getFirst();
      var inside = interval.intersection(window);
      return inside == null
          ? 0
          : steps(interval, inside.end(), step) - steps(interval, inside.start(), step);
    }
    var starts = new Seconds();
    for (var interval : meeting) {
      var inside = interval.intersection(window);
      if (inside != null) {
        var end = steps(interval, inside.end(), step);
        for (var i = steps(interval, inside.start(), step); i < end; i++) {
          starts.add(interval.start().getEpochSecond() + i * step);
        }
      }
    }
    return starts.sortedDistinct().length;
  }

  /** How many starts of the interval's grid come before an instant in it. */
  private static long steps(Span interval, Instant instant, long step) {
    var elapsed = instant.getEpochSecond() - interval.start().getEpochSecond();
    return Math.ceilDiv(elapsed, step);
  }

  private static List<? extends Visit> others(Enquiry enquiry, Facts facts) {
    return facts.others(List.of(enquiry.at(facts.now())));
  }

  private static void file(
      BookedVisit visit, @Nullable UUID under, Map<UUID, List<BookedVisit>> near) {
    var list = near.get(under);
    if (list != null) {
      list.add(visit);
    }
  }
}
