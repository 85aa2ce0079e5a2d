package org.supportcenter.domain.appointment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of an appointment; each is null until it happens.
 *
 * @param confirmationSentTime when the last confirmation was sent
 * @param reminderSentTime when the last reminder was sent
 * @param actualStartTime when the work began
 * @param actualEndTime when the work ended
 * @param cancelReason why it was called off; empty when nobody said
 * @param cancelTime when it was called off
 */
public record Progress(
    @Nullable Instant confirmationSentTime,
    @Nullable Instant reminderSentTime,
    @Nullable Instant actualStartTime,
    @Nullable Instant actualEndTime,
    @Nullable String cancelReason,
    @Nullable Instant cancelTime) {

  /** Nothing has happened yet. */
  public static final Progress NONE = new Progress(null, null, null, null, null, null);

  /** The work began. */
  public Progress started(Instant now) {
    return new Progress(confirmationSentTime, reminderSentTime, now, null, null, null);
  }

  /** The work ended. */
  public Progress completed(Instant now) {
    return new Progress(confirmationSentTime, reminderSentTime, actualStartTime, now, null, null);
  }

  /** It was called off. */
  public Progress cancelled(String reason, Instant now) {
    return new Progress(
        confirmationSentTime, reminderSentTime, actualStartTime, actualEndTime, reason, now);
  }
}
