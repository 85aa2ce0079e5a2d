package org.supportcenter.domain.suggestion;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.supportcenter.domain.time.Span;

/**
 * Disjoint stretches of time in order, as epoch seconds, so that loops over them allocate nothing.
 */
final class Stretches {

  private final long[] starts;
  private final long[] ends;

  private Stretches(long[] starts, long[] ends) {
    this.starts = starts;
    this.ends = ends;
  }

  /**
   * @param joined sorted, with gaps between them
   */
  static Stretches of(List<Span> joined) {
    return new Stretches(
        joined.stream().mapToLong(span -> span.start().getEpochSecond()).toArray(),
        joined.stream().mapToLong(span -> ceil(span.end())).toArray());
  }

  int size() {
    return starts.length;
  }

  long start(int index) {
    return starts[index];
  }

  long end(int index) {
    return ends[index];
  }

  /** What is left when these spans are taken out. */
  Stretches without(List<Span> taken) {
    if (taken.isEmpty()) {
      return this;
    }
    var sorted = taken.stream().sorted().toList();
    var from = new long[starts.length + sorted.size()];
    var to = new long[starts.length + sorted.size()];
    int count = 0;
    int next = 0;
    for (int i = 0; i < starts.length; i++) {
      var free = starts[i];
      // A span that reaches over the end of this stretch is looked at again for the next one.
      int at = next;
      while (at < sorted.size() && sorted.get(at).start().getEpochSecond() < ends[i]) {
        var span = sorted.get(at++);
        if (free < span.start().getEpochSecond()) {
          from[count] = free;
          to[count++] = span.start().getEpochSecond();
        }
        free = Math.max(free, ceil(span.end()));
      }
      next = firstReachingBeyond(sorted, next, ends[i]);
      if (free < ends[i]) {
        from[count] = free;
        to[count++] = ends[i];
      }
    }
    return new Stretches(Arrays.copyOf(from, count), Arrays.copyOf(to, count));
  }

  /** How many seconds of them lie between two instants. */
  long within(long from, long until) {
    long sum = 0;
    for (int i = 0; i < starts.length; i++) {
      sum += Math.max(0, Math.min(ends[i], until) - Math.max(starts[i], from));
    }
    return sum;
  }

  private static int firstReachingBeyond(List<Span> sorted, int from, long end) {
    int index = from;
    while (index < sorted.size() && ceil(sorted.get(index).end()) <= end) {
      index++;
    }
    return index;
  }

  private static long ceil(Instant instant) {
    return instant.getEpochSecond() + (instant.getNano() == 0 ? 0 : 1);
  }
}
