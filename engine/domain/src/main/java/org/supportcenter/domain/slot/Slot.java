package org.supportcenter.domain.slot;

import java.util.Comparator;
import java.util.UUID;
import org.supportcenter.domain.time.Span;

/** A place at which a visit would break no rule. */
public record Slot(UUID technicianId, Span span) {

  /** By start, then by technician in the order of their ids' text. */
  public static final Comparator<Slot> BY_START =
      (one, other) -> {
        int byStart = one.span().start().compareTo(other.span().start());
        return byStart != 0 ? byStart : compareIds(one.technicianId(), other.technicianId());
      };

  /** Orders ids as their text does; {@link UUID#compareTo} treats them as signed numbers. */
  public static int compareIds(UUID one, UUID other) {
    int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
  }
}
