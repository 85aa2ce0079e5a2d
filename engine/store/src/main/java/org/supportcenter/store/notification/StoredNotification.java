package org.supportcenter.store.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.notification.Notice;
import org.supportcenter.domain.notification.NotificationStatus;
import org.supportcenter.domain.notification.Recipient;

/**
 * A mail of the ledger.
 *
 * @param address where it went or was tried; empty before the first attempt
 * @param messageId the same for every attempt; empty before the first
 * @param reason why it waits, was skipped or failed; empty if there is nothing to say
 * @param nextAttempt when it is looked at next, if it is pending
 * @param end when it was sent, skipped or given up; null before
 * @param attempts oldest first
 */
public record StoredNotification(
    UUID id,
    UUID appointment,
    int appointmentVersion,
    Notice.Kind kind,
    Recipient recipient,
    String address,
    String messageId,
    NotificationStatus status,
    String reason,
    Instant due,
    Instant nextAttempt,
    @Nullable Instant end,
    int attemptCount,
    List<Attempt> attempts,
    Instant created) {

  public StoredNotification {
    attempts = List.copyOf(attempts);
  }

  StoredNotification with(List<Attempt> made) {
    return new StoredNotification(
        id,
        appointment,
        appointmentVersion,
        kind,
        recipient,
        address,
        messageId,
        status,
        reason,
        due,
        nextAttempt,
        end,
        attemptCount,
        made,
        created);
  }
}
