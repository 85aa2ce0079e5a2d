package org.supportcenter.store.booking;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.policy.Limits;
import org.supportcenter.domain.time.Span;
import org.supportcenter.domain.time.WallClock;

/**
 * The time outside of which nothing matters: to visits with their buffers and local days, or
 * whatever else was asked for.
 *
 * @param visits those in question; null when it is about none
 * @param beside what matters in any case; null for nothing
 */
public record Reach(@Nullable Visits visits, @Nullable Span beside) {

  /** Longer than any local day, and than any buffer. */
  private static final Duration DAY_AND_BUFFER = Duration.ofHours(26);

  /**
   * Visits that start within a span.
   *
   * @param first earliest start
   * @param last latest start
   * @param longest duration of the longest of them
   * @param areNew whether their buffers are those of the setup; what is booked keeps its own
   */
  public record Visits(Instant first, Instant last, Duration longest, boolean areNew) {

    /** From the first start to the last end, and so much more on both sides. */
    private Span widened(Duration by) {
      return new Span(first.minus(by), last.plus(longest).plus(by));
    }
  }

  public Reach {
    if (visits == null && beside == null) {
      throw new IllegalArgumentException("Nothing would be asked for");
    }
  }

  /** Of {@link Visits} with whatever buffers. */
  public static Reach around(Instant first, Instant last, Duration longest) {
    return new Reach(new Visits(first, last, longest, false), null);
  }

  /** Of {@link Visits} with the buffers of the setup. */
  public static Reach ofNew(Instant first, Instant last, Duration longest) {
    return new Reach(new Visits(first, last, longest, true), null);
  }

  /** Of the window and nothing else. */
  public static Reach exactly(Span window) {
    return new Reach(null, window);
  }

  /** This and another window. */
  public Reach over(Span window) {
    return new Reach(visits, joined(beside, window));
  }

  /** Wherever the technicians are. */
  Span inAnyZone() {
    return joined(beside, visits == null ? null : visits.widened(DAY_AND_BUFFER));
  }

  /**
   * When the technicians are in these zones; within {@link #inAnyZone}.
   *
   * @param longestBuffer of the setup
   */
  Span in(Collection<ZoneId> zones, Duration longestBuffer) {
    if (visits == null) {
      return inAnyZone();
    }
    var buffer = visits.areNew() ? longestBuffer : Limits.BUFFER.max();
    var reach = joined(beside, visits.widened(buffer));
    for (var zone : zones) {
      var first = WallClock.dateOf(visits.first(), zone);
      var last = WallClock.dateOf(visits.last(), zone);
      reach = joined(reach, WallClock.days(first, last, zone));
    }
    return reach;
  }

  private static Span joined(@Nullable Span one, @Nullable Span other) {
    if (one == null || other == null) {
      return one == null ? requireNonNull(other) : one;
    }
    return new Span(
        one.start().isBefore(other.start()) ? one.start() : other.start(),
        one.end().isAfter(other.end()) ? one.end() : other.end());
  }
}
