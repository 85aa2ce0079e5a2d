package org.supportcenter.domain.suggestion;

import java.util.Comparator;
import java.util.List;
import org.supportcenter.domain.schedule.BookedVisit;

/**
 * A technician's visits in one order, with their times as epoch seconds, so that the thousands of
 * looks at them follow no references.
 */
final class Itinerary {

  // Of visits at the very same time, say a completed one and a new one, always the same is next.
  private static final Comparator<BookedVisit> BY_START =
      (one, other) -> {
        int byTime = one.span().compareTo(other.span());
        return byTime != 0 ? byTime : one.id().compareTo(other.id());
      };

  private static final Comparator<BookedVisit> BY_END =
      (one, other) -> {
        int byTime = one.span().end().compareTo(other.span().end());
        return byTime != 0 ? byTime : BY_START.compare(one, other);
      };

  private final List<BookedVisit> visits;
  private final long[] starts;
  private final long[] ends;

  private Itinerary(List<BookedVisit> sorted) {
    visits = sorted;
    starts = new long[sorted.size()];
    ends = new long[sorted.size()];
    for (int i = 0; i < starts.length; i++) {
      var span = sorted.get(i).span();
      starts[i] = span.start().getEpochSecond();
      ends[i] = span.end().getEpochSecond();
    }
  }

  static Itinerary byStart(List<BookedVisit> visits) {
    return new Itinerary(visits.stream().sorted(BY_START).toList());
  }

  static Itinerary byEnd(List<BookedVisit> visits) {
    return new Itinerary(visits.stream().sorted(BY_END).toList());
  }

  int size() {
    return starts.length;
  }

  BookedVisit visit(int index) {
    return visits.get(index);
  }

  long start(int index) {
    return starts[index];
  }

  long end(int index) {
    return ends[index];
  }
}
