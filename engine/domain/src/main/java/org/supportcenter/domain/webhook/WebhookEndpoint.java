package org.supportcenter.domain.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address that is told what happens.
 *
 * @param stateReason why it is in that state, in words; empty while enabled
 * @param failingSince when the first attempt failed after the last success; null when none did
 * @param lastSequence number of its newest delivery; 0 when there is none
 * @param updateTime when a person last changed it
 */
public record WebhookEndpoint(
    EndpointSettings settings,
    EndpointState state,
    String stateReason,
    @Nullable Instant failingSince,
    int lastSequence,
    Instant createTime,
    Instant updateTime) {

  /** A new endpoint. */
  public static WebhookEndpoint created(EndpointSettings settings, Instant now) {
    return new WebhookEndpoint(settings, EndpointState.ENABLED, "", null, 0, now, now);
  }

  /** The same endpoint with other settings; itself when they are the same. */
  public WebhookEndpoint changed(EndpointSettings changed, Instant now) {
    return changed.equals(settings)
        ? this
        : new WebhookEndpoint(
            changed, state, stateReason, failingSince, lastSequence, createTime, now);
  }
}
