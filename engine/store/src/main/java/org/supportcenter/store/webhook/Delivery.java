package org.supportcenter.store.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.supportcenter.domain.webhook.DeliveryStatus;

/**
 * An event on its way to an endpoint.
 *
 * @param id what the receiver knows the message by
 * @param sequence its number among those of the endpoint, from 1
 * @param resource what it happened to
 * @param dueTime of the next attempt while it is pending
 * @param attempts every request made, oldest first
 */
public record Delivery(
    UUID endpoint,
    UUID id,
    int sequence,
    Resource resource,
    String eventType,
    Instant eventTime,
    DeliveryStatus status,
    Instant dueTime,
    Instant createTime,
    List<Attempt> attempts) {

  public Delivery {
    attempts = List.copyOf(attempts);
  }

  /** Kinds of resources that events are about. */
  public enum Kind {
    APPOINTMENT,
    TICKET
  }

  /**
   * What an event is about.
   *
   * @param version of the resource after the event
   */
  public record Resource(Kind kind, UUID id, int version) {}

  Delivery with(List<Attempt> made) {
    return new Delivery(
        endpoint, id, sequence, resource, eventType, eventTime, status, dueTime, createTime, made);
  }
}
