package org.supportcenter.domain.rule;

import java.time.Instant;
import java.util.Arrays;
import org.supportcenter.domain.time.Span;

/**
 * The starts within a window that some rule forbids. Starts are whole seconds, and stretches of
 * them are kept as packed pairs of seconds counted from the window's start, so that a search over
 * weeks allocates and sorts almost nothing.
 */
public final class ForbiddenStarts {

  private final Span window;
  private final long origin;
  private final long length;
  private long[] stretches = new long[64];
  private int size;

  /**
   * Nothing forbidden yet.
   *
   * @param window the starts in question; a start at its end is not
   */
  public ForbiddenStarts(Span window) {
    this.window = window;
    this.origin = ceil(window.start());
    this.length = ceil(window.end()) - origin;
  }

  /** The starts in question. */
  public Span window() {
    return window;
  }

  /** Forbids every start. */
  public void all() {
    add(0, length);
  }

  /** Forbids every start earlier than the instant. */
  public void before(Instant first) {
    add(0, ceil(first) - origin);
  }

  /** Forbids the instant and every later start. */
  public void from(Instant end) {
    add(ceil(end) - origin, length);
  }

  /** Forbids every start that is later than one instant and earlier than another. */
  public void between(Instant after, Instant before) {
    add(after.getEpochSecond() + 1 - origin, ceil(before) - origin);
  }

  /** Forbids every start inside the span, its own start included. */
  public void inside(Span span) {
    add(ceil(span.start()) - origin, ceil(span.end()) - origin);
  }

  private void add(long from, long until) {
    var first = Math.max(from, 0);
    var end = Math.min(until, length);
    if (first >= end) {
      return;
    }
    if (size == stretches.length) {
      stretches = Arrays.copyOf(stretches, size * 2);
    }
    stretches[size++] = first << 32 | end;
  }

  /** Everything forbidden so far, ready to be asked. */
  public Sorted sorted() {
    Arrays.sort(stretches, 0, size);
    var ends = new long[size];
    var begins = new long[size];
    var count = 0;
    for (int i = 0; i < size; i++) {
      var begin = stretches[i] >>> 32;
      var end = stretches[i] & 0xFFFF_FFFFL;
      if (count > 0 && begin <= ends[count - 1]) {
        ends[count - 1] = Math.max(ends[count - 1], end);
      } else {
        begins[count] = begin;
        ends[count++] = end;
      }
    }
    return new Sorted(origin, length, Arrays.copyOf(begins, count), Arrays.copyOf(ends, count));
  }

  private static long ceil(Instant instant) {
    return instant.getEpochSecond() + (instant.getNano() == 0 ? 0 : 1);
  }

  /** Disjoint forbidden stretches in order. */
  public static final class Sorted {

    private final long origin;
    private final long length;
    private final long[] begins;
    private final long[] ends;

    private Sorted(long origin, long length, long[] begins, long[] ends) {
      this.origin = origin;
      this.length = length;
      this.begins = begins;
      this.ends = ends;
    }

    /**
     * The first second from the given one on that no rule forbids.
     *
     * @param second epoch second
     * @return the second itself when it is free; {@link Long#MAX_VALUE} when none in the window is
     */
    public long firstAllowed(long second) {
      var offset = Math.max(second - origin, 0);
      var found = Arrays.binarySearch(begins, offset);
      var index = found >= 0 ? found : -found - 2;
      if (index >= 0 && offset < ends[index]) {
        offset = ends[index];
      }
      return offset >= length ? Long.MAX_VALUE : origin + offset;
    }

    /**
     * Whether a rule forbids the start.
     *
     * @param second epoch second in the window
     */
    public boolean contains(long second) {
      return firstAllowed(second) != second;
    }
  }
}
