package org.supportcenter.domain.suggestion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.supportcenter.domain.rule.ForbiddenStarts;
import org.supportcenter.domain.rule.RuleBook;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.slot.Slot;
import org.supportcenter.domain.time.Span;

/**
 * Counts what stands in the way where there is no slot. The candidates are the starts in the window
 * on the grid of each technician's working intervals, the visit fitting or not. When nobody works
 * then, they are the starts every slot step from the beginning of the window. At most {@link
 * #MOST_CANDIDATES} are looked at, technician by technician in the order of their ids.
 */
public final class Obstacles {

  /** Looking at one costs some tenths of a microsecond. */
  static final int MOST_CANDIDATES = 200_000;

  private final RuleBook rules;

  /** Judges by the rules of the book. */
  public Obstacles(RuleBook rules) {
    this.rules = rules;
  }

  /** Every candidate counts under every rule it breaks. */
  public Exclusions count(Situation situation) {
    var visits = new Visits(situation);
    var window = situation.window();
    var enquiries =
        situation.enquiries().stream()
            .sorted((one, other) -> Slot.compareIds(one.technician().id(), other.technician().id()))
            .toList();
    var grids = grids(enquiries, window);
    var book = rules.rules();
    var broken = new int[book.size()];
    var alone = new int[book.size()];
    for (int i = 0; i < enquiries.size(); i++) {
      for (int set : brokenBy(enquiries.get(i), grids.get(i), window, visits)) {
        for (int rest = set; rest != 0; rest &= rest - 1) {
          broken[Integer.numberOfTrailingZeros(rest)]++;
        }
        if (Integer.bitCount(set) == 1) {
          alone[Integer.numberOfTrailingZeros(set)]++;
        }
      }
    }
    var counts = new ArrayList<Exclusions.Count>();
    for (int rule = 0; rule < broken.length; rule++) {
      if (broken[rule] > 0) {
        var reason = book.get(rule).reason();
        counts.add(new Exclusions.Count(reason, broken[rule], alone[rule]));
      }
    }
    return new Exclusions(counts);
  }

  /** For each start the set of rules it breaks, one bit for each in the order of the book. */
  private int[] brokenBy(Enquiry enquiry, long[] starts, Span window, Visits visits) {
    var sets = new int[starts.length];
    var facts = visits.concerning(enquiry);
    var others = facts.others(List.of(enquiry.at(facts.now())));
    var book = rules.rules();
    for (int rule = 0; rule < book.size(); rule++) {
      var forbidden = new ForbiddenStarts(window);
      RuleBook.forbid(book.get(rule), enquiry, others, facts.now(), forbidden);
      var sorted = forbidden.sorted();
      for (int i = 0; i < starts.length; i++) {
        if (sorted.contains(starts[i])) {
          sets[i] |= 1 << rule;
        }
      }
    }
    return sets;
  }

  private static List<long[]> grids(List<Enquiry> enquiries, Span window) {
    var grids = new ArrayList<long[]>();
    int left = MOST_CANDIDATES;
    for (var enquiry : enquiries) {
      var grid = grid(enquiry, window, left);
      left -= grid.length;
      grids.add(grid);
    }
    if (left < MOST_CANDIDATES) {
      return grids;
    }
    grids.clear();
    for (var enquiry : enquiries) {
      var steps = steps(enquiry, window, left);
      left -= steps.length;
      grids.add(steps);
    }
    return grids;
  }

  private static long[] grid(Enquiry enquiry, Span window, int most) {
    var step = enquiry.technician().policy().slotStep().toSeconds();
    var starts = LongStream.builder();
    int left = most;
    for (var interval : enquiry.technician().workingHours().asWritten(window)) {
      var inside = interval.intersection(window);
      if (inside == null) {
        continue;
      }
      var opening = interval.start().getEpochSecond();
      var first = opening + Math.ceilDiv(inside.start().getEpochSecond() - opening, step) * step;
      var end = inside.end().getEpochSecond();
      for (long start = first; start < end && left > 0; start += step, left--) {
        starts.add(start);
      }
    }
    return starts.build().sorted().distinct().toArray();
  }

  private static long[] steps(Enquiry enquiry, Span window, int most) {
    var step = enquiry.technician().policy().slotStep().toSeconds();
    var first = window.start().getEpochSecond();
    var count = Math.ceilDiv(window.end().getEpochSecond() - first, step);
    var starts = new long[(int) Math.min(most, count)];
    Arrays.setAll(starts, i -> first + i * step);
    return starts;
  }
}
