package org.supportcenter.mailer.webhook;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt went.
 *
 * @param time when it began
 * @param status of the answer; null when there was none
 * @param error what was wrong, in words; empty after a success
 * @param answer the beginning of the answer's body, made harmless
 * @param retryAfter how long the receiver wants to be left in peace; null when it did not say
 * @param isUnforeseen whether it failed here in a way that nobody foresaw, which tells nothing
 *     about the receiver
 */
record Outcome(
    Instant time,
    Duration duration,
    @Nullable Integer status,
    String error,
    String answer,
    @Nullable Duration retryAfter,
    boolean isUnforeseen) {

  private static final int GONE = 410;

  boolean isSuccess() {
    return error.isEmpty();
  }

  /** Whether nobody is there any more, by the receiver's own word. */
  boolean isGone() {
    return status != null && status == GONE;
  }
}
