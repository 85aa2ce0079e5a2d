package org.supportcenter.domain.rule;

import java.util.UUID;

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
}
