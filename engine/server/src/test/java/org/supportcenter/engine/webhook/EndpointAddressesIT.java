package org.supportcenter.engine.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.testing.Calls.error;
import static org.supportcenter.engine.testing.Calls.invalidField;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.access.Scope;
import org.supportcenter.engine.EngineServer;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.runtime.network.AddressPolicy;
import org.supportcenter.v1.CreateWebhookEndpointRequest;
import org.supportcenter.v1.GetWebhookEndpointRequest;
import org.supportcenter.v1.UpdateWebhookEndpointRequest;
import org.supportcenter.v1.WebhookEndpoint;
import org.supportcenter.v1.WebhookServiceGrpc;
import org.supportcenter.v1.WebhookServiceGrpc.WebhookServiceBlockingStub;

class EndpointAddressesIT {

  private static final String PUBLIC = "https://example.com/hooks";

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private UUID tenant;
  private WebhookServiceBlockingStub webhooks;

  @BeforeEach
  void seed() {
    tenant = engine.seeds().tenant();
    webhooks =
        WebhookServiceGrpc.newBlockingStub(
            engine.as(engine.seeds().integratorKey(tenant, Scope.WEBHOOKS_MANAGE)));
  }

  @Test
  void anAddressThatTheOperatorDoesNotAllowIsRefusedWhenItIsWritten() {
    var created = create(webhooks, PUBLIC);
    for (var url : List.of("http://127.0.0.1:9000/", "https://169.254.169.254/latest")) {
      var refused = error(() -> create(webhooks, url));
      assertThat(refused).hasMessageContaining("webhookEndpoint.url must not go to a host that is");
      assertThat(refused).hasMessageContaining("WEBHOOK_ALLOW_NETWORKS");
      assertThat(
              invalidField(
                  () ->
                      update(WebhookEndpoint.newBuilder().setName(created.getName()).setUrl(url))))
          .isEqualTo("webhookEndpoint.url");
    }
    assertThat(get(created).getUrl()).isEqualTo(PUBLIC);
  }

  @Test
  void whatTheOperatorAllowsNoLongerCanStillBeRenamed() {
    var url = "https://10.0.0.1/hooks";
    var created = create(webhooks, PUBLIC);
    engine.seeds().execute(tenant, "UPDATE webhook_endpoint SET url = ?", url);
    var renamed = WebhookEndpoint.newBuilder().setName(created.getName()).setDisplayName("Old");

    assertThat(update(renamed).getDisplayName()).isEqualTo("Old");
    assertThat(update(renamed.setUrl(url)).getUrl()).isEqualTo(url);
  }

  @Test
  void whereTheOperatorAllowsItAnEndpointMayBePrivate() throws Exception {
    var config = engine.config().withWebhooks(AddressPolicy.allowing("127.0.0.1"));
    try (var allowing = EngineServer.start(config, engine.clock())) {
      var channel = EngineExtension.channelTo(allowing);
      var key = engine.seeds().integratorKey(tenant, Scope.WEBHOOKS_MANAGE);
      var there =
          WebhookServiceGrpc.newBlockingStub(
              EngineExtension.with(channel, "x-api-key", key.secret()));

      assertThat(create(there, "http://localhost:9000/").getUrl()).contains("localhost");
      assertThat(invalidField(() -> create(there, "http://10.0.0.1/")))
          .isEqualTo("webhookEndpoint.url");
      channel.shutdownNow();
    }
  }

  private static WebhookEndpoint create(WebhookServiceBlockingStub stub, String url) {
    return stub.createWebhookEndpoint(
        CreateWebhookEndpointRequest.newBuilder()
            .setWebhookEndpoint(WebhookEndpoint.newBuilder().setDisplayName("Billing").setUrl(url))
            .build());
  }

  private WebhookEndpoint update(WebhookEndpoint.Builder update) {
    return webhooks.updateWebhookEndpoint(
        UpdateWebhookEndpointRequest.newBuilder().setWebhookEndpoint(update).build());
  }

  private WebhookEndpoint get(WebhookEndpoint endpoint) {
    return webhooks.getWebhookEndpoint(
        GetWebhookEndpointRequest.newBuilder().setName(endpoint.getName()).build());
  }
}
