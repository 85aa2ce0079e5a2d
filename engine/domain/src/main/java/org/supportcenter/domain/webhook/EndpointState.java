package org.supportcenter.domain.webhook;

/** Whether messages are sent to an endpoint. */
public enum EndpointState {
  ENABLED,
  /** A person stopped it. */
  DISABLED,
  /** It failed for so long that it was stopped. */
  PAUSED,
  /** The receiver said that nobody is there any more. */
  GONE
}
