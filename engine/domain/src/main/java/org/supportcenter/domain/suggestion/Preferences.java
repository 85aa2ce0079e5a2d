package org.supportcenter.domain.suggestion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.ticket.Priority;
import org.supportcenter.domain.time.Span;
import org.supportcenter.domain.travel.Point;

/**
 * What is known of a visit that wants a slot, beyond what the hard rules ask.
 *
 * @param dueTime when the ticket should be solved; null: no such time
 * @param lastTechnician who last visited the ticket, or else the customer; null: nobody yet
 * @param preferredTechnician null: anybody
 * @param preferredTimes none: any time
 * @param place where the visit is; null: unknown
 */
public record Preferences(
    Priority priority,
    @Nullable Instant dueTime,
    @Nullable UUID lastTechnician,
    @Nullable UUID preferredTechnician,
    List<Span> preferredTimes,
    @Nullable Point place) {

  /** Nothing in particular. */
  public static final Preferences NONE =
      new Preferences(Priority.NORMAL, null, null, null, List.of(), null);

  public Preferences {
    preferredTimes = List.copyOf(preferredTimes);
  }
}
