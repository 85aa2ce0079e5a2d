package org.supportcenter.compose;

/** What a mail is about and for whom: each has a template of its own. */
public record Purpose(Kind kind, Audience audience) {

  /** Sorts of mails, by the names of the ledger. */
  public enum Kind {
    /** A visit was asked for and is not promised yet. */
    REQUEST_RECEIVED,
    /** The visit is promised. */
    CONFIRMATION,
    /** The visit comes up. */
    REMINDER,
    /** Time, place or person changed. */
    CHANGE,
    /** The visit does not take place, or no longer with this recipient. */
    CANCELLATION,
    /** The visit was done. */
    COMPLETION
  }

  /** Who reads it, by the names of the ledger. */
  public enum Audience {
    CUSTOMER,
    TECHNICIAN
  }
}
