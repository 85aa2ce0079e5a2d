package org.supportcenter.domain.notification;

/** What became of a mail. */
public enum NotificationStatus {
  /** It is not due yet, or waits for its next attempt. */
  PENDING,
  /** The mail server has taken it. */
  SENT,
  /** It was taken, and came back. */
  BOUNCED,
  /** It was refused, or given up. */
  FAILED,
  /** It was not wanted, or its moment had passed. */
  SKIPPED,
  /** The appointment changed before it was sent. */
  VOID,
  /** Mail to its address came back before. */
  SUPPRESSED
}
