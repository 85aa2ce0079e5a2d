package org.supportcenter.domain.slot;

import static java.time.temporal.ChronoUnit.MILLIS;
import static org.supportcenter.domain.time.Instants.earlier;
import static org.supportcenter.domain.time.Instants.later;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.supportcenter.domain.policy.Limits;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Facts;
import org.supportcenter.domain.schedule.TechnicianFacts;
import org.supportcenter.domain.time.Span;
import org.supportcenter.domain.time.WallClock;

/**
 * What a refused visit is offered instead: up to {@link #MOST} places that break no rule, with the
 * same technician first, nearest in time first, and of two equally near the earlier.
 *
 * <p>The search is bounded: it looks a week around the asked start, and only if that gives too
 * little a month.
 */
public final class Alternatives {

  /** Most places offered. */
  public static final int MOST = 3;

  /** Counts every place that is found. */
  public static final int NO_LIMIT = Integer.MAX_VALUE;

  private static final List<Duration> REACHES =
      List.of(Duration.ofDays(7), Limits.SEARCH_WINDOW.dividedBy(2));

  private final SlotSearch search;

  /** Alternatives found by the search. */
  public Alternatives(SlotSearch search) {
    this.search = search;
  }

  /**
   * Where to look, the nearest first: load the facts of a window, ask {@link #nearest}, and go on
   * to the next window only while too few are found. A later window contains the earlier ones.
   *
   * @param asked the refused start; one that cannot be booked at all, past or beyond the booking
   *     window, is searched around the nearest instant that can
   */
  public List<Span> windows(TechnicianFacts technician, Instant asked, Instant now) {
    var zone = technician.zone();
    var lastDate = WallClock.dateOf(now, zone).plusDays(technician.policy().advanceBookingDays());
    var end = earlier(WallClock.startOfDay(lastDate.plusDays(1), zone), Limits.END_OF_TIME);
    var first = now.plus(technician.policy().minimumNotice());
    if (!first.isBefore(end)) {
      return List.of();
    }
    var centre = earlier(later(asked, first), end);
    return REACHES.stream()
        .map(
            reach ->
                new Span(
                    later(centre.minus(reach), first.minusSeconds(1)),
                    earlier(centre.plus(reach), end)))
        .toList();
  }

  /**
   * Where to look for places of other technicians: around the asked start, whatever notice and
   * booking window the technician has who was asked for; go on to the next window only while none
   * is found.
   *
   * @param windows of the technician who was asked for
   */
  public List<Span> windowsOfOthers(List<Span> windows, Instant asked, Instant now) {
    var centre = later(asked, now);
    var around =
        new Span(
            later(centre.minus(REACHES.getFirst()), now),
            earlier(centre.plus(REACHES.getFirst()), Limits.END_OF_TIME));
    return Stream.concat(Stream.of(around), windows.stream().limit(1)).distinct().toList();
  }

  /**
   * The places nearest to the asked start among those of all the enquiries.
   *
   * @param enquiries one per technician: first the asked one alone, and if that gives too few,
   *     those of the other technicians that have the skills
   * @param count most places wanted
   */
  public List<Slot> nearest(
      List<Enquiry> enquiries, Instant asked, Span window, Facts facts, int count) {
    var nearestFirst =
        Comparator.comparingLong((Slot slot) -> Math.abs(asked.until(slot.span().start(), MILLIS)))
            .thenComparing(Slot.BY_START);
    return search.slots(enquiries, window, facts).stream()
        .sorted(nearestFirst)
        .limit(count)
        .toList();
  }

  /** Those found with the technician asked for, filled up by those found with others. */
  public static List<Slot> combine(List<Slot> sameTechnician, List<Slot> others) {
    return Stream.concat(sameTechnician.stream(), others.stream()).limit(MOST).toList();
  }
}
