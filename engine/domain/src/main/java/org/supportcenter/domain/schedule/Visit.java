package org.supportcenter.domain.schedule;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.time.Span;

/**
 * Something that takes a technician's time, as far as the rules look at it: a stored appointment, a
 * hold, a candidate, or a visit a solver is still moving about.
 */
public interface Visit {

  /** The appointment or hold, or null when it is not stored yet. */
  @Nullable UUID id();

  UUID technicianId();

  /** Null when no customer is known. */
  @Nullable UUID customerId();

  /** When the visit itself takes place, without buffers. */
  Span span();

  Duration bufferBefore();

  Duration bufferAfter();

  /** What the visit takes away from others. */
  Occupancy occupancy();

  /** The span with its buffers. */
  default Span occupied() {
    return span().widen(bufferBefore(), bufferAfter());
  }
}
