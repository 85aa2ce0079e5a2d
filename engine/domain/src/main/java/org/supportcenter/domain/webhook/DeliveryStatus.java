package org.supportcenter.domain.webhook;

/** What became of an event on its way to an endpoint. */
public enum DeliveryStatus {
  /** On its way: due, or waiting for something. */
  PENDING,
  /** The receiver took it. */
  DELIVERED,
  /** Given up. */
  FAILED
}
