package org.supportcenter.engine.webhook;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.testing.Calls.error;

import com.google.protobuf.Duration;
import com.google.rpc.BadRequest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.access.Scope;
import org.supportcenter.domain.webhook.WebhookSecrets;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.CreateWebhookEndpointRequest;
import org.supportcenter.v1.GetWebhookEndpointRequest;
import org.supportcenter.v1.RotateWebhookSecretRequest;
import org.supportcenter.v1.WebhookEndpoint;
import org.supportcenter.v1.WebhookServiceGrpc;
import org.supportcenter.v1.WebhookServiceGrpc.WebhookServiceBlockingStub;

class SecretRotationIT {

  private static final java.time.Duration HOUR = java.time.Duration.ofHours(1);

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private UUID tenant;
  private WebhookServiceBlockingStub webhooks;
  private WebhookEndpoint created;

  @BeforeEach
  void create() {
    tenant = engine.seeds().tenant();
    webhooks =
        WebhookServiceGrpc.newBlockingStub(
            engine.as(engine.seeds().integratorKey(tenant, Scope.WEBHOOKS_MANAGE)));
    created =
        webhooks.createWebhookEndpoint(
            CreateWebhookEndpointRequest.newBuilder()
                .setWebhookEndpoint(
                    WebhookEndpoint.newBuilder()
                        .setDisplayName("Billing")
                        .setUrl("https://example.com/hooks"))
                .build());
  }

  @Test
  void everyRotationShowsASecretOfItsOwnAndLeavesTheEndpointAsItIs() {
    var first = rotate(HOUR);
    var second = rotate(HOUR);

    assertThat(first.getSecret()).startsWith("whsec_").isNotEqualTo(created.getSecret());
    assertThat(second.getSecret()).isNotEqualTo(first.getSecret());
    assertThat(second.toBuilder().clearSecret().build())
        .isEqualTo(
            webhooks.getWebhookEndpoint(
                GetWebhookEndpointRequest.newBuilder().setName(created.getName()).build()));
  }

  @Test
  void aSecretSignsUntilTheEndItWasGivenHoweverOftenItsSuccessorsAreReplaced() {
    rotate(HOUR.multipliedBy(3));
    engine.clock().advance(HOUR);
    rotate(HOUR);

    assertThat(signing()).isEqualTo(3);
    engine.clock().advance(HOUR);
    assertThat(signing()).as("the second has ended, the first has an hour left").isEqualTo(2);
    engine.clock().advance(HOUR);
    assertThat(signing()).isEqualTo(1);
    rotate(HOUR);
    assertThat(engine.seeds().count(tenant, "webhook_secret")).as("ended ones go").isEqualTo(2);
  }

  @Test
  void noMoreThanSomeSignAtATime() {
    for (int i = 1; i < WebhookSecrets.MOST; i++) {
      rotate(HOUR.multipliedBy(i));
    }

    var refused = error(() -> rotate(HOUR));

    var violation =
        requireNonNull(EngineExtension.detail(refused, BadRequest.class)).getFieldViolations(0);
    assertThat(violation.getField()).isEqualTo("overlap");
    assertThat(violation.getDescription())
        .contains("5 secrets", engine.clock().instant().plus(HOUR).toString(), "0s");
    assertThat(signing()).isEqualTo(WebhookSecrets.MOST);
    engine.clock().advance(HOUR);
    rotate(HOUR);
    assertThat(signing()).as("there was room again").isEqualTo(WebhookSecrets.MOST);
  }

  @Test
  void withoutAnOverlapAllEarlierOnesEndAtOnce() {
    for (int i = 1; i < WebhookSecrets.MOST; i++) {
      rotate(HOUR);
    }

    rotate(java.time.Duration.ZERO);

    assertThat(engine.seeds().count(tenant, "webhook_secret")).isEqualTo(1);
  }

  private WebhookEndpoint rotate(java.time.Duration overlap) {
    return webhooks.rotateWebhookSecret(
        RotateWebhookSecretRequest.newBuilder()
            .setName(created.getName())
            .setOverlap(Duration.newBuilder().setSeconds(overlap.toSeconds()))
            .build());
  }

  private long signing() {
    return engine
        .seeds()
        .count(
            tenant,
            "webhook_secret WHERE expire_time IS NULL OR expire_time > '%s'"
                .formatted(engine.clock().instant()));
  }
}
