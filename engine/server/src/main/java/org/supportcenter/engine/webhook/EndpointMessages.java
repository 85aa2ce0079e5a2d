package org.supportcenter.engine.webhook;

import static org.supportcenter.engine.resource.Presence.set;

import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.supportcenter.domain.refusal.FieldProblem;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.webhook.EndpointSettings;
import org.supportcenter.domain.webhook.EndpointState;
import org.supportcenter.domain.webhook.EndpointUrls;
import org.supportcenter.domain.webhook.EventTypes;
import org.supportcenter.engine.resource.Texts;
import org.supportcenter.engine.wire.Etags;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.engine.wire.UpdateMask;
import org.supportcenter.store.Stored;
import org.supportcenter.v1.WebhookEndpoint;

/** Webhook endpoints on the wire, without their secrets. */
final class EndpointMessages {

  private static final String FIELD = "webhookEndpoint.";

  private EndpointMessages() {}

  static WebhookEndpoint message(
      Stored<UUID, org.supportcenter.domain.webhook.WebhookEndpoint> stored) {
    var endpoint = stored.content();
    var settings = endpoint.settings();
    var message =
        WebhookEndpoint.newBuilder()
            .setName(Names.WEBHOOK_ENDPOINT.of(stored.id()))
            .setDisplayName(settings.displayName())
            .setUrl(settings.url())
            .addAllEventTypes(settings.eventTypes())
            .setOwnerEmail(settings.ownerEmail())
            .setOwnerLanguage(settings.ownerLanguage())
            .setState(state(endpoint.state()))
            .setStateReason(endpoint.stateReason())
            .setLastSequence(endpoint.lastSequence())
            .setEtag(Etags.of(stored.version()))
            .setCreateTime(Times.timestamp(endpoint.createTime()))
            .setUpdateTime(Times.timestamp(endpoint.updateTime()));
    set(
        endpoint.failingSince(),
        (Instant since) -> message.setFailingSinceTime(Times.timestamp(since)));
    return message.build();
  }

  /** What was entered; refuses what makes no sense. */
  static EndpointSettings settings(WebhookEndpoint message) {
    var problems = new ArrayList<FieldProblem>();
    var urlProblem = EndpointUrls.problem(message.getUrl());
    if (urlProblem != null) {
      problems.add(new FieldProblem(FIELD + "url", urlProblem));
    }
    message.getEventTypesList().stream()
        .filter(type -> !EventTypes.isKnown(type))
        .forEach(type -> problems.add(unknown(type)));
    if (!problems.isEmpty()) {
      throw new Refusal.FieldsInvalid(problems).asException();
    }
    return new EndpointSettings(
        Texts.required(message.getDisplayName(), FIELD + "displayName"),
        message.getUrl(),
        message.getEventTypesList(),
        message.getOwnerEmail(),
        message.getOwnerLanguage());
  }

  static org.supportcenter.domain.webhook.WebhookEndpoint edited(
      Stored<UUID, org.supportcenter.domain.webhook.WebhookEndpoint> stored,
      UpdateMask mask,
      WebhookEndpoint update,
      Instant now) {
    return stored.content().changed(settings(mask.apply(message(stored), update)), now);
  }

  static RuntimeException invalidUrl(String problem) {
    return new Refusal.FieldsInvalid(FIELD + "url", problem).asException();
  }

  private static FieldProblem unknown(String type) {
    return new FieldProblem(
        FIELD + "eventTypes",
        "has \"%s\", which is none of %s, %s"
            .formatted(
                type, String.join(", ", EventTypes.ALL), String.join(", ", EventTypes.GROUPS)));
  }

  private static WebhookEndpoint.State state(EndpointState state) {
    return switch (state) {
      case ENABLED -> WebhookEndpoint.State.ENABLED;
      case DISABLED -> WebhookEndpoint.State.DISABLED;
      case PAUSED -> WebhookEndpoint.State.PAUSED;
      case GONE -> WebhookEndpoint.State.GONE;
    };
  }
}
