package org.supportcenter.store.webhook;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request to an endpoint.
 *
 * @param httpStatus of the answer; null when there was none
 * @param error what was wrong, in words; empty after a success
 * @param answer the beginning of the answer's body, control characters escaped
 */
public record Attempt(
    Instant time, Duration duration, @Nullable Integer httpStatus, String error, String answer) {}
