package org.supportcenter.engine.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.supportcenter.engine.testing.Calls.invalidField;
import static org.supportcenter.engine.testing.Calls.reason;

import com.google.protobuf.Duration;
import io.grpc.Channel;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportcenter.domain.access.Role;
import org.supportcenter.domain.access.Scope;
import org.supportcenter.domain.webhook.EventTypes;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.CreateWebhookEndpointRequest;
import org.supportcenter.v1.DeleteWebhookEndpointRequest;
import org.supportcenter.v1.DisableWebhookEndpointRequest;
import org.supportcenter.v1.EnableWebhookEndpointRequest;
import org.supportcenter.v1.GetWebhookEndpointRequest;
import org.supportcenter.v1.ListWebhookEndpointsRequest;
import org.supportcenter.v1.RotateWebhookSecretRequest;
import org.supportcenter.v1.UpdateWebhookEndpointRequest;
import org.supportcenter.v1.WebhookEndpoint;
import org.supportcenter.v1.WebhookMessage;
import org.supportcenter.v1.WebhookServiceGrpc;
import org.supportcenter.v1.WebhookServiceGrpc.WebhookServiceBlockingStub;

class EndpointsIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private UUID tenant;
  private WebhookServiceBlockingStub webhooks;

  @BeforeEach
  void seed() {
    tenant = engine.seeds().tenant();
    webhooks = integrator(tenant);
  }

  @Test
  void theSecretIsShownOnceAndHoldsEnoughRandomBytes() {
    var created = create("https://example.com/hooks");

    assertThat(created.getSecret()).startsWith("whsec_");
    assertThat(Base64.getDecoder().decode(created.getSecret().substring(6))).hasSize(32);
    assertThat(created.getState()).isEqualTo(WebhookEndpoint.State.ENABLED);
    assertThat(get(created)).isEqualTo(created.toBuilder().clearSecret().build());
    assertThat(
            webhooks
                .listWebhookEndpoints(ListWebhookEndpointsRequest.getDefaultInstance())
                .getWebhookEndpointsList())
        .containsExactly(get(created));
  }

  @Test
  void theEngineCanNeverReadASecretBack() throws SQLException {
    create("https://example.com/hooks");

    try (var connection = engine.postgres().service().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("SELECT set_config('app.tenant', '%s', false)".formatted(tenant));
      statement.execute("SELECT endpoint_id, expire_time FROM webhook_secret");
      assertThatThrownBy(() -> statement.execute("SELECT secret FROM webhook_secret"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com/hooks",
        "ftp://example.com/",
        "https:///hooks",
        "https://user:secret@example.com/",
        "https://example.com/#there",
        "https://example.com:70000/",
        "https://exa mple.com/",
        "mailto:someone@example.com"
      })
  void anAddressThatNothingCanBePostedToIsRefused(String url) {
    assertThat(invalidField(() -> create(url))).isEqualTo("webhookEndpoint.url");
  }

  @Test
  void onlyEventsThatThereAreCanBeAskedFor() {
    var known = settings().addEventTypes("appointment.moved").addEventTypes("ticket.*");
    var unknown = settings().addEventTypes("appointment.exploded");

    assertThat(create(known).getEventTypesList()).containsExactly("appointment.moved", "ticket.*");
    assertThat(invalidField(() -> create(unknown))).isEqualTo("webhookEndpoint.eventTypes");
  }

  @Test
  void thePublishedEventsAreThoseThatHappen() {
    assertThat(WebhookMessage.Event.values())
        .filteredOn(
            event ->
                event != WebhookMessage.Event.EVENT_UNSPECIFIED
                    && event != WebhookMessage.Event.UNRECOGNIZED)
        .extracting(event -> event.name().toLowerCase(Locale.ROOT).replaceFirst("_", "."))
        .containsExactlyInAnyOrderElementsOf(EventTypes.ALL);
  }

  @Test
  void anUpdateChangesWhatItNamesAndAStaleOneNothing() {
    var created = create("https://example.com/hooks");

    var changed =
        update(
            created.toBuilder().clear().setName(created.getName()).setUrl("https://example.org/"));

    assertThat(changed.getUrl()).isEqualTo("https://example.org/");
    assertThat(changed.getDisplayName()).isEqualTo(created.getDisplayName());
    var stale =
        WebhookEndpoint.newBuilder()
            .setName(created.getName())
            .setUrl("https://example.net/")
            .setEtag(created.getEtag());
    assertThat(reason(() -> update(stale))).isEqualTo("ETAG_MISMATCH");
    assertThat(get(created)).isEqualTo(changed);
  }

  @Test
  void whatAnUpdateDoesNotNameNeedNotBeThere() {
    var created = create("https://example.com/hooks");

    var changed =
        update(
            WebhookEndpoint.newBuilder()
                .setName(created.getName())
                .setDisplayName("Invoices")
                .setOwnerLanguage("de"));

    assertThat(changed.getUrl()).isEqualTo(created.getUrl());
    assertThat(changed.getOwnerLanguage()).isEqualTo("de");
  }

  @Test
  void aDisabledEndpointCanBeEnabledAgain() {
    var created = create("https://example.com/hooks");

    var disabled = disable(created);

    assertThat(disabled.getState()).isEqualTo(WebhookEndpoint.State.DISABLED);
    assertThat(disabled.getStateReason()).startsWith("Disabled by apiKeys/");
    assertThat(disable(created)).isEqualTo(disabled);
    var enabled =
        webhooks.enableWebhookEndpoint(
            EnableWebhookEndpointRequest.newBuilder().setName(created.getName()).build());
    assertThat(enabled.getState()).isEqualTo(WebhookEndpoint.State.ENABLED);
    assertThat(enabled.getStateReason()).isEmpty();
  }

  @Test
  void aDeletedEndpointIsGoneWithItsSecrets() {
    var created = create("https://example.com/hooks");

    webhooks.deleteWebhookEndpoint(
        DeleteWebhookEndpointRequest.newBuilder().setName(created.getName()).build());

    assertThat(reason(() -> get(created))).isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(engine.seeds().count(tenant, "webhook_secret")).isZero();
  }

  @Test
  void aDryRunStoresNothingAndShowsNoSecret() {
    var request =
        CreateWebhookEndpointRequest.newBuilder()
            .setWebhookEndpoint(settings())
            .setValidateOnly(true)
            .build();

    assertThat(webhooks.createWebhookEndpoint(request).getSecret()).isEmpty();
    assertThat(engine.seeds().count(tenant, "webhook_endpoint")).isZero();
  }

  @Test
  void anotherTenantsEndpointIsNotFound() {
    var created = create("https://example.com/hooks");

    webhooks = integrator(engine.seeds().tenant());

    assertThat(reason(() -> get(created))).isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(reason(() -> rotate(created, 0))).isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(reason(() -> disable(created))).isEqualTo("RESOURCE_NOT_FOUND");
  }

  @Test
  void managersMayAndTechniciansMayNot() {
    var technician = engine.seeds().technician(tenant, "Europe/Berlin");

    webhooks = stub(engine.as(engine.seeds().key(tenant, Role.MANAGER)));
    create("https://example.com/hooks");
    webhooks = stub(engine.as(engine.seeds().technicianKey(tenant, technician)));

    assertThat(reason(() -> create("https://example.com/hooks"))).isEqualTo("NOT_ALLOWED");
  }

  private static WebhookServiceBlockingStub integrator(UUID tenant) {
    return stub(engine.as(engine.seeds().integratorKey(tenant, Scope.WEBHOOKS_MANAGE)));
  }

  private static WebhookServiceBlockingStub stub(Channel channel) {
    return WebhookServiceGrpc.newBlockingStub(channel);
  }

  private static WebhookEndpoint.Builder settings() {
    return WebhookEndpoint.newBuilder()
        .setDisplayName("Billing")
        .setUrl("https://example.com/hooks")
        .setOwnerEmail("owner@example.com");
  }

  private WebhookEndpoint create(String url) {
    return create(settings().setUrl(url));
  }

  private WebhookEndpoint create(WebhookEndpoint.Builder endpoint) {
    return webhooks.createWebhookEndpoint(
        CreateWebhookEndpointRequest.newBuilder().setWebhookEndpoint(endpoint).build());
  }

  private WebhookEndpoint get(WebhookEndpoint endpoint) {
    return webhooks.getWebhookEndpoint(
        GetWebhookEndpointRequest.newBuilder().setName(endpoint.getName()).build());
  }

  private WebhookEndpoint update(WebhookEndpoint.Builder update) {
    return webhooks.updateWebhookEndpoint(
        UpdateWebhookEndpointRequest.newBuilder().setWebhookEndpoint(update).build());
  }

  private WebhookEndpoint disable(WebhookEndpoint endpoint) {
    return webhooks.disableWebhookEndpoint(
        DisableWebhookEndpointRequest.newBuilder().setName(endpoint.getName()).build());
  }

  private WebhookEndpoint rotate(WebhookEndpoint endpoint, long overlap) {
    return webhooks.rotateWebhookSecret(
        RotateWebhookSecretRequest.newBuilder()
            .setName(endpoint.getName())
            .setOverlap(Duration.newBuilder().setSeconds(overlap))
            .build());
  }
}
