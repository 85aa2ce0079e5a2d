package org.supportcenter.domain.ticket;

/** Where a ticket stands; it follows the visits made for it. */
public enum Stage {
  /** Nothing confirmed yet. */
  NEW,
  /** A visit is confirmed. */
  SCHEDULED,
  /** A visit is under way. */
  IN_PROGRESS,
  /** The last visit was completed and none is open. */
  DONE,
  /** Its only purpose, a visit, was cancelled or missed. */
  CANCELLED
}
