package org.supportcenter.domain.appointment;

/** Where an appointment stands; {@link StatusMachine} says what may follow what. */
public enum AppointmentStatus {
  /** Holds time, not yet promised to the customer. */
  DRAFT,
  /** Promised to the customer. */
  CONFIRMED,
  /** Under way. */
  IN_PROGRESS,
  /** Done: holds no time, counts for the limit of its day. */
  COMPLETED,
  /** Called off. */
  CANCELLED,
  /** The customer was not there. */
  NO_SHOW;

  /** Whether nobody else may have the technician's time. */
  public boolean holdsTime() {
    return switch (this) {
      case DRAFT, CONFIRMED, IN_PROGRESS -> true;
      case COMPLETED, CANCELLED, NO_SHOW -> false;
    };
  }
}
