package org.supportcenter.store.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to hand a mail to the mail server.
 *
 * @param code the three digits of its answer; null when there was none
 * @param answer what it said, or why there was no answer
 */
public record Attempt(
    int number,
    Instant start,
    Instant end,
    Outcome outcome,
    @Nullable Integer code,
    String answer) {

  /** How a try ends. */
  public enum Outcome {
    ACCEPTED,
    DEFERRED,
    REFUSED,
    UNREACHABLE,
    BOUNCED
  }
}
