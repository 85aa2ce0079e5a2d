package org.supportcenter.domain.notification;

/**
 * A mail that one version of an appointment gives rise to, if the recipient can and wants to be
 * reached.
 *
 * @param leftToTenant whether it is made only if {@link
 *     org.supportcenter.domain.settings.NotificationPreferences} have it; else the appointment
 *     itself asks for it, or nobody can switch it off
 */
public record Notice(Kind kind, Recipient recipient, boolean leftToTenant) {

  /** Sorts of mails. */
  public enum Kind {
    /** A visit was asked for from outside and is not promised yet. */
    REQUEST_RECEIVED,
    /** The visit is promised. */
    CONFIRMATION,
    /** The visit comes up: one at each of the tenant's leads before the start. */
    REMINDER,
    /** Time, place or person changed. */
    CHANGE,
    /** The visit does not take place, or no longer with this recipient. */
    CANCELLATION,
    /** The visit was done. */
    COMPLETION
  }
}
