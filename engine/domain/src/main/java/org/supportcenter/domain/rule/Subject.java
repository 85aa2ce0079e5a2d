package org.supportcenter.domain.rule;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.schedule.Visit;

/**
 * The resource a violation is about.
 *
 * @param kind which sort of resource
 */
public record Subject(Kind kind, UUID id) {

  /** Sorts of resources. */
  public enum Kind {
    TECHNICIAN,
    CUSTOMER,
    APPOINTMENT,
    HOLD,
    TIME_OFF,
    CLOSURE,
    BUSY_BLOCK
  }

  /** The stored resource behind a visit, or null when it is not stored yet. */
  static @Nullable Subject of(Visit visit) {
    var id = visit.id();
    if (id == null) {
      return null;
    }
    return switch (visit.occupancy()) {
      case APPOINTMENT, COMPLETED -> new Subject(Kind.APPOINTMENT, id);
      case HOLD -> new Subject(Kind.HOLD, id);
    };
  }
}
