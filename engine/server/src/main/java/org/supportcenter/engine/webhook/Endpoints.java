package org.supportcenter.engine.webhook;

import com.google.protobuf.Empty;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.webhook.EndpointSettings;
import org.supportcenter.domain.webhook.EndpointState;
import org.supportcenter.domain.webhook.WebhookSecrets;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.ResourceCalls;
import org.supportcenter.engine.resource.Resources;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Pages;
import org.supportcenter.runtime.network.AddressPolicy;
import org.supportcenter.store.webhook.WebhookEndpointStore;
import org.supportcenter.store.webhook.WebhookSecretStore;
import org.supportcenter.v1.CreateWebhookEndpointRequest;
import org.supportcenter.v1.DeleteWebhookEndpointRequest;
import org.supportcenter.v1.DisableWebhookEndpointRequest;
import org.supportcenter.v1.EnableWebhookEndpointRequest;
import org.supportcenter.v1.GetWebhookEndpointRequest;
import org.supportcenter.v1.ListWebhookEndpointsRequest;
import org.supportcenter.v1.ListWebhookEndpointsResponse;
import org.supportcenter.v1.RotateWebhookSecretRequest;
import org.supportcenter.v1.UpdateWebhookEndpointRequest;
import org.supportcenter.v1.WebhookEndpoint;

/** Webhook endpoints as people set them up. */
final class Endpoints {

  private static final Duration USUAL_OVERLAP = Duration.ofDays(1);

  private final Reads reads;
  private final Writes writes;
  private final AddressPolicy policy;
  private final InstantSource clock;
  private final WebhookEndpointStore store;
  private final WebhookSecretStore secrets = new WebhookSecretStore();
  private final SecureRandom random = new SecureRandom();
  private final ResourceCalls<
          UUID, org.supportcenter.domain.webhook.WebhookEndpoint, WebhookEndpoint>
      calls;

  Endpoints(
      Reads reads,
      Writes writes,
      AddressPolicy policy,
      InstantSource clock,
      WebhookEndpointStore store) {
    this.reads = reads;
    this.writes = writes;
    this.policy = policy;
    this.clock = clock;
    this.store = store;
    this.calls =
        new ResourceCalls<>(
            reads, writes, store, WebhookEndpoint.parser(), EndpointMessages::message);
  }

  WebhookEndpoint create(CreateWebhookEndpointRequest request) {
    var settings = EndpointMessages.settings(request.getWebhookEndpoint());
    requireAllowed(settings);
    var secret = WebhookSecrets.generate(random);
    var now = clock.instant();
    return writes.runShowingOnce(
        Caller.current(),
        request,
        WebhookEndpoint.parser(),
        tx -> {
          var endpoint = org.supportcenter.domain.webhook.WebhookEndpoint.created(settings, now);
          var stored = store.create(tx, UUID.randomUUID(), endpoint);
          secrets.add(tx, stored.id(), secret, now);
          return withSecret(EndpointMessages.message(stored), secret);
        },
        Endpoints::withoutSecret);
  }

  WebhookEndpoint get(GetWebhookEndpointRequest request) {
    return calls.get(id(request.getName()), request.getName());
  }

  ListWebhookEndpointsResponse list(ListWebhookEndpointsRequest request) {
    var caller = Caller.current();
    var query = Pages.query(request, caller);
    var page = reads.run(caller, tx -> store.list(tx, query));
    return ListWebhookEndpointsResponse.newBuilder()
        .addAllWebhookEndpoints(page.map(EndpointMessages::message).entries())
        .setNextPageToken(page.nextToken())
        .build();
  }

  WebhookEndpoint update(UpdateWebhookEndpointRequest request) {
    var update = request.getWebhookEndpoint();
    var id = Names.WEBHOOK_ENDPOINT.id(update.getName(), "webhookEndpoint.name");
    return calls.update(
        request,
        id,
        update,
        (stored, mask, changed) -> {
          var edited = EndpointMessages.edited(stored, mask, changed, clock.instant());
          if (!edited.settings().url().equals(stored.content().settings().url())) {
            requireAllowed(edited.settings());
          }
          return edited;
        });
  }

  /** Names are judged when they are looked up, each time that something is sent. */
  private void requireAllowed(EndpointSettings settings) {
    var refusal = policy.refusal(URI.create(settings.url()));
    if (refusal != null) {
      throw EndpointMessages.invalidUrl(
          "must not go to a host that is %s; operators can allow networks (%s)"
              .formatted(refusal, AddressPolicy.VARIABLE));
    }
  }

  Empty delete(DeleteWebhookEndpointRequest request) {
    return calls.delete(request, id(request.getName()));
  }

  WebhookEndpoint rotate(RotateWebhookSecretRequest request) {
    var id = id(request.getName());
    var secret = WebhookSecrets.generate(random);
    var overlap =
        request.hasOverlap()
            ? Duration.ofSeconds(request.getOverlap().getSeconds(), request.getOverlap().getNanos())
            : USUAL_OVERLAP;
    return writes.runShowingOnce(
        Caller.current(),
        request,
        WebhookEndpoint.parser(),
        tx -> {
          var stored = Resources.found(store.lock(tx, id), request.getName());
          var now = clock.instant();
          if (!overlap.isZero()) {
            requireRoom(secrets.ends(tx, id, now));
          }
          secrets.rotate(tx, id, secret, now, overlap);
          return withSecret(EndpointMessages.message(stored), secret);
        },
        Endpoints::withoutSecret);
  }

  /** Beside those replaced before there are the one it has and the one it gets. */
  private static void requireRoom(List<Instant> ends) {
    if (ends.size() + 2 > WebhookSecrets.MOST) {
      throw new Refusal.FieldsInvalid(
              "overlap",
              "%d secrets sign already, the most at a time; rotate after %s, when the first of them ends, or with 0s, which ends all earlier ones at once"
                  .formatted(WebhookSecrets.MOST, ends.getFirst()))
          .asException();
    }
  }

  WebhookEndpoint enable(EnableWebhookEndpointRequest request) {
    var id = id(request.getName());
    return writes.run(
        Caller.current(),
        request,
        WebhookEndpoint.parser(),
        tx -> {
          var stored = Resources.found(store.lock(tx, id), request.getName());
          return EndpointMessages.message(
              stored.content().state() == EndpointState.ENABLED
                  ? stored
                  : store.enable(tx, id, clock.instant()));
        });
  }

  WebhookEndpoint disable(DisableWebhookEndpointRequest request) {
    var caller = Caller.current();
    var id = id(request.getName());
    return writes.run(
        caller,
        request,
        WebhookEndpoint.parser(),
        tx -> {
          var stored = Resources.found(store.lock(tx, id), request.getName());
          return EndpointMessages.message(
              stored.content().state() == EndpointState.DISABLED
                  ? stored
                  : store.disable(tx, id, disabledBy(caller), clock.instant()));
        });
  }

  private static String disabledBy(Caller caller) {
    return "Disabled by %s.".formatted(caller.author().actor());
  }

  private static UUID id(String name) {
    return Names.WEBHOOK_ENDPOINT.id(name, "name");
  }

  private static WebhookEndpoint withSecret(WebhookEndpoint endpoint, String secret) {
    return endpoint.toBuilder().setSecret(secret).build();
  }

  private static WebhookEndpoint withoutSecret(WebhookEndpoint endpoint) {
    return endpoint.toBuilder().clearSecret().build();
  }
}
