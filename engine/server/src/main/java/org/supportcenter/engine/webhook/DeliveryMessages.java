package org.supportcenter.engine.webhook;

import static org.supportcenter.engine.resource.Presence.set;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.webhook.DeliveryStatus;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.store.webhook.Attempt;
import org.supportcenter.store.webhook.Delivery;
import org.supportcenter.store.webhook.WebhookDeliveryStore;
import org.supportcenter.v1.ListWebhookDeliveriesRequest;
import org.supportcenter.v1.WebhookAttempt;
import org.supportcenter.v1.WebhookDelivery;

/** Webhook deliveries on the wire. */
final class DeliveryMessages {

  private DeliveryMessages() {}

  static WebhookDelivery message(Delivery delivery) {
    var message =
        WebhookDelivery.newBuilder()
            .setName(DeliveryName.of(delivery.endpoint(), delivery.id()))
            .setMessageId(delivery.id().toString())
            .setSequence(delivery.sequence())
            .setEventType(delivery.eventType())
            .setEventTime(Times.timestamp(delivery.eventTime()))
            .setResource(resource(delivery.resource()))
            .setResourceVersion(delivery.resource().version())
            .setStatus(status(delivery.status()))
            .setCreateTime(Times.timestamp(delivery.createTime()))
            .addAllAttempts(delivery.attempts().stream().map(DeliveryMessages::attempt).toList());
    if (delivery.status() == DeliveryStatus.PENDING) {
      message.setDueTime(Times.timestamp(delivery.dueTime()));
    }
    return message.build();
  }

  private static WebhookAttempt attempt(Attempt attempt) {
    var message =
        WebhookAttempt.newBuilder()
            .setAttemptTime(Times.timestamp(attempt.time()))
            .setDuration(Times.duration(attempt.duration()))
            .setError(attempt.error())
            .setAnswer(attempt.answer());
    set(attempt.httpStatus(), message::setHttpStatus);
    return message.build();
  }

  static WebhookDeliveryStore.Filter filter(ListWebhookDeliveriesRequest request) {
    var statuses = EnumSet.noneOf(DeliveryStatus.class);
    for (var status : request.getStatusesList()) {
      statuses.addAll(statuses(status));
    }
    return new WebhookDeliveryStore.Filter(statuses, resource(request));
  }

  private static @Nullable UUID resource(ListWebhookDeliveriesRequest request) {
    var appointment = request.getAppointment();
    var ticket = request.getTicket();
    if (!appointment.isEmpty() && !ticket.isEmpty()) {
      throw new Refusal.FieldsInvalid("ticket", "cannot be given together with appointment")
          .asException();
    }
    if (!appointment.isEmpty()) {
      return Names.APPOINTMENT.id(appointment, "appointment");
    }
    return ticket.isEmpty() ? null : Names.TICKET.id(ticket, "ticket");
  }

  private static String resource(Delivery.Resource resource) {
    return switch (resource.kind()) {
      case APPOINTMENT -> Names.APPOINTMENT.of(resource.id());
      case TICKET -> Names.TICKET.of(resource.id());
    };
  }

  private static Set<DeliveryStatus> statuses(WebhookDelivery.Status status) {
    return switch (status) {
      case PENDING -> Set.of(DeliveryStatus.PENDING);
      case DELIVERED -> Set.of(DeliveryStatus.DELIVERED);
      case FAILED -> Set.of(DeliveryStatus.FAILED);
      case STATUS_UNSPECIFIED, UNRECOGNIZED -> Set.of();
    };
  }

  private static WebhookDelivery.Status status(DeliveryStatus status) {
    return switch (status) {
      case PENDING -> WebhookDelivery.Status.PENDING;
      case DELIVERED -> WebhookDelivery.Status.DELIVERED;
      case FAILED -> WebhookDelivery.Status.FAILED;
    };
  }
}
