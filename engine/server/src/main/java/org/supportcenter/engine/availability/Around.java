package org.supportcenter.engine.availability;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.slot.Alternatives;
import org.supportcenter.domain.slot.Slot;
import org.supportcenter.domain.time.Span;

/**
 * What can be had instead of a start that cannot.
 *
 * @param alternatives the best, at most {@link Alternatives#MOST}
 * @param before the same technician's latest possible start before; null when none was found
 * @param after the same technician's earliest possible start after; null when none was found
 */
record Around(List<Slot> alternatives, @Nullable Instant before, @Nullable Instant after) {

  static final Around NOTHING = new Around(List.of(), null, null);

  /**
   * Around a start.
   *
   * @param nearestFirst places of the same technician
   */
  static Around of(Instant asked, List<Slot> nearestFirst) {
    return new Around(
        Alternatives.combine(nearestFirst, List.of()),
        first(nearestFirst, start -> start.isBefore(asked)),
        first(nearestFirst, start -> start.isAfter(asked)));
  }

  /** Whether a look at the widest window would add nothing to that at a narrower one. */
  boolean suffices(boolean bothSides, Span narrow, Span widest) {
    var sides =
        (before != null || !widest.start().isBefore(narrow.start()))
            && (after != null || !widest.end().isAfter(narrow.end()));
    return alternatives.size() == Alternatives.MOST && (sides || !bothSides);
  }

  /** Filled up by what others offer. */
  Around and(List<Slot> others) {
    return new Around(Alternatives.combine(alternatives, others), before, after);
  }

  private static @Nullable Instant first(List<Slot> nearestFirst, Predicate<Instant> side) {
    for (var slot : nearestFirst) {
      if (side.test(slot.span().start())) {
        return slot.span().start();
      }
    }
    return null;
  }
}
