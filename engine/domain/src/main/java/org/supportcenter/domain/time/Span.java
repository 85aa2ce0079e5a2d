package org.supportcenter.domain.time;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A half-open stretch of time, {@code [start, end)}: it holds its start and not its end, so spans
 * that touch do not meet.
 *
 * @param start first instant inside
 * @param end first instant after, later than {@code start}
 */
public record Span(Instant start, Instant end) implements Comparable<Span> {

  /**
   * @throws IllegalArgumentException unless {@code start} is before {@code end}
   */
  public Span {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("A span must end after it starts: " + start + "/" + end);
    }
  }

  /**
   * The span of the given length.
   *
   * @param length elapsed time, above zero
   */
  public static Span of(Instant start, Duration length) {
    return new Span(start, start.plus(length));
  }

  /** The span, or null when nothing lies between the two instants. */
  public static @Nullable Span between(Instant start, Instant end) {
    return start.isBefore(end) ? new Span(start, end) : null;
  }

  /** Elapsed time from start to end. */
  public Duration length() {
    return Duration.between(start, end);
  }

  /** Whether the two share at least one instant. */
  public boolean overlaps(Span other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }

  /** Whether the instant lies inside; the end does not. */
  public boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }

  /** Whether the other span lies wholly inside. */
  public boolean contains(Span other) {
    return !other.start.isBefore(start) && !other.end.isAfter(end);
  }

  /** What both share, or null when they do not meet. */
  public @Nullable Span intersection(Span other) {
    return between(
        start.isAfter(other.start) ? start : other.start,
        end.isBefore(other.end) ? end : other.end);
  }

  /**
   * This span made longer on both sides.
   *
   * @param before elapsed time added before the start, not negative
   * @param after elapsed time added after the end, not negative
   */
  public Span widen(Duration before, Duration after) {
    return before.isZero() && after.isZero()
        ? this
        : new Span(start.minus(before), end.plus(after));
  }

  /** By start, then by end. */
  @Override
  public int compareTo(Span other) {
    int byStart = start.compareTo(other.start);
    return byStart != 0 ? byStart : end.compareTo(other.end);
  }
}
