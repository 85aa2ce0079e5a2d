package org.supportcenter.engine.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.supportcenter.engine.testing.Calls.invalidField;
import static org.supportcenter.engine.testing.Calls.reason;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.access.Scope;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.testkit.Seeds;
import org.supportcenter.v1.CreateWebhookEndpointRequest;
import org.supportcenter.v1.GetWebhookDeliveryRequest;
import org.supportcenter.v1.ListWebhookDeliveriesRequest;
import org.supportcenter.v1.RedeliverWebhookRequest;
import org.supportcenter.v1.ReplayWebhookDeliveriesRequest;
import org.supportcenter.v1.WebhookAttempt;
import org.supportcenter.v1.WebhookDelivery;
import org.supportcenter.v1.WebhookEndpoint;
import org.supportcenter.v1.WebhookServiceGrpc;
import org.supportcenter.v1.WebhookServiceGrpc.WebhookServiceBlockingStub;

/** The mailer's rows are written here as it writes them. */
class DeliveriesIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private UUID tenant;
  private WebhookServiceBlockingStub webhooks;
  private String endpoint;

  @BeforeEach
  void seed() {
    tenant = engine.seeds().tenant();
    webhooks = integrator(tenant);
    endpoint =
        webhooks
            .createWebhookEndpoint(
                CreateWebhookEndpointRequest.newBuilder()
                    .setWebhookEndpoint(
                        WebhookEndpoint.newBuilder()
                            .setDisplayName("Billing")
                            .setUrl("https://example.com/hooks"))
                    .build())
            .getName();
  }

  @Test
  void deliveriesAreListedNewestFirstWithTheirAttempts() {
    var first = delivery(1, "DELIVERED");
    var second = delivery(2, "PENDING");
    attempt(first, Seeds.CREATED, 503, "Answered 503.", "busy \\u001b");
    attempt(first, Seeds.CREATED.plusSeconds(5), 204, "", "");

    var listed = list(request());

    assertThat(listed).extracting(WebhookDelivery::getSequence).containsExactly(2, 1);
    assertThat(listed.get(0).getMessageId()).isEqualTo(second.toString());
    assertThat(listed.get(0).hasDueTime()).isTrue();
    assertThat(listed.get(1).hasDueTime()).isFalse();
    assertThat(listed.get(1).getAttemptsList())
        .extracting(WebhookAttempt::getHttpStatus, WebhookAttempt::getAnswer)
        .containsExactly(tuple(503, "busy \\u001b"), tuple(204, ""));
    assertThat(get(name(first))).isEqualTo(listed.get(1));
  }

  @Test
  void deliveriesAreFilteredByStatusAndResource() {
    delivery(1, "DELIVERED");
    var failed = delivery(2, "FAILED");
    var about = get(name(failed)).getResource();

    assertThat(list(request().addStatuses(WebhookDelivery.Status.FAILED)))
        .containsExactly(get(name(failed)));
    assertThat(list(request().setAppointment(about))).containsExactly(get(name(failed)));
    assertThat(list(request().setTicket("tickets/" + UUID.randomUUID()))).isEmpty();
    assertThat(
            invalidField(
                () ->
                    list(
                        request().setAppointment(about).setTicket("tickets/" + UUID.randomUUID()))))
        .isEqualTo("ticket");
  }

  @Test
  void aFinishedDeliveryIsPutOnItsWayOnceMore() {
    var failed = delivery(1, "FAILED");

    var again =
        webhooks.redeliverWebhook(
            RedeliverWebhookRequest.newBuilder().setName(name(failed)).build());

    assertThat(again.getStatus()).isEqualTo(WebhookDelivery.Status.PENDING);
    assertThat(again.getMessageId()).isEqualTo(failed.toString());
    assertThat(again.getDueTime().getSeconds())
        .isEqualTo(engine.clock().instant().getEpochSecond());
  }

  @Test
  void aReplaySendsWhatIsFinishedFromANumberOn() {
    delivery(1, "DELIVERED");
    delivery(2, "DELIVERED");
    delivery(3, "PENDING");
    delivery(4, "FAILED");

    var replayed =
        webhooks.replayWebhookDeliveries(
            ReplayWebhookDeliveriesRequest.newBuilder()
                .setName(endpoint)
                .setFromSequence(2)
                .build());

    assertThat(replayed.getReplayedCount()).isEqualTo(2);
    assertThat(list(request().addStatuses(WebhookDelivery.Status.PENDING)))
        .extracting(WebhookDelivery::getSequence)
        .containsExactly(4, 3, 2);
  }

  @Test
  void anotherTenantsDeliveriesAreNotFound() {
    var delivery = name(delivery(1, "FAILED"));

    webhooks = integrator(engine.seeds().tenant());

    assertThat(reason(() -> get(delivery))).isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(reason(() -> list(request()))).isEqualTo("RESOURCE_NOT_FOUND");
    var redeliver = RedeliverWebhookRequest.newBuilder().setName(delivery).build();
    assertThat(reason(() -> webhooks.redeliverWebhook(redeliver))).isEqualTo("RESOURCE_NOT_FOUND");
  }

  private static WebhookServiceBlockingStub integrator(UUID tenant) {
    return WebhookServiceGrpc.newBlockingStub(
        engine.as(engine.seeds().integratorKey(tenant, Scope.WEBHOOKS_MANAGE)));
  }

  private UUID delivery(int sequence, String status) {
    var id = UUID.randomUUID();
    engine
        .seeds()
        .execute(
            tenant,
            """
            INSERT INTO webhook_delivery (tenant_id, endpoint_id, id, sequence, event_seq,
              resource_type, resource_id, version, event_type, event_time, status, due_time,
              create_time)
            VALUES (?, ?, ?, ?, ?, 'APPOINTMENT', ?, 1, 'appointment.created', ?, ?, ?, ?)
            """,
            tenant,
            endpointId(),
            id,
            sequence,
            sequence,
            UUID.randomUUID(),
            Seeds.CREATED,
            status,
            Seeds.CREATED,
            Seeds.CREATED);
    return id;
  }

  private void attempt(UUID delivery, Instant time, int httpStatus, String error, String answer) {
    engine
        .seeds()
        .execute(
            tenant,
            """
            INSERT INTO webhook_attempt (tenant_id, endpoint_id, delivery_id, attempt_time,
              duration_ms, http_status, error, answer)
            VALUES (?, ?, ?, ?, 12, ?, ?, ?)
            """,
            tenant,
            endpointId(),
            delivery,
            time,
            httpStatus,
            error,
            answer);
  }

  private UUID endpointId() {
    return UUID.fromString(endpoint.substring(endpoint.indexOf('/') + 1));
  }

  private String name(UUID delivery) {
    return endpoint + "/deliveries/" + delivery;
  }

  private ListWebhookDeliveriesRequest.Builder request() {
    return ListWebhookDeliveriesRequest.newBuilder().setParent(endpoint);
  }

  private List<WebhookDelivery> list(ListWebhookDeliveriesRequest.Builder request) {
    return webhooks.listWebhookDeliveries(request.build()).getDeliveriesList();
  }

  private WebhookDelivery get(String name) {
    return webhooks.getWebhookDelivery(
        GetWebhookDeliveryRequest.newBuilder().setName(name).build());
  }
}
