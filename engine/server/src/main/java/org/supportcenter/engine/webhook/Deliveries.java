package org.supportcenter.engine.webhook;

import java.time.InstantSource;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.Resources;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Pages;
import org.supportcenter.store.webhook.WebhookDeliveryStore;
import org.supportcenter.store.webhook.WebhookEndpointStore;
import org.supportcenter.v1.GetWebhookDeliveryRequest;
import org.supportcenter.v1.ListWebhookDeliveriesRequest;
import org.supportcenter.v1.ListWebhookDeliveriesResponse;
import org.supportcenter.v1.RedeliverWebhookRequest;
import org.supportcenter.v1.ReplayWebhookDeliveriesRequest;
import org.supportcenter.v1.ReplayWebhookDeliveriesResponse;
import org.supportcenter.v1.WebhookDelivery;

/** What was or is to be sent, as people look at it and send it again. */
final class Deliveries {

  private final Reads reads;
  private final Writes writes;
  private final InstantSource clock;
  private final WebhookEndpointStore endpoints;
  private final WebhookDeliveryStore store = new WebhookDeliveryStore();

  Deliveries(Reads reads, Writes writes, InstantSource clock, WebhookEndpointStore endpoints) {
    this.reads = reads;
    this.writes = writes;
    this.clock = clock;
    this.endpoints = endpoints;
  }

  ListWebhookDeliveriesResponse list(ListWebhookDeliveriesRequest request) {
    var caller = Caller.current();
    var endpoint = Names.WEBHOOK_ENDPOINT.id(request.getParent(), "parent");
    var query = Pages.query(request, caller);
    var filter = DeliveryMessages.filter(request);
    var page =
        reads.run(
            caller,
            tx -> {
              Resources.found(endpoints.find(tx, endpoint), request.getParent());
              return store.list(tx, endpoint, filter, query);
            });
    return ListWebhookDeliveriesResponse.newBuilder()
        .addAllDeliveries(page.map(DeliveryMessages::message).entries())
        .setNextPageToken(page.nextToken())
        .build();
  }

  WebhookDelivery get(GetWebhookDeliveryRequest request) {
    var name = DeliveryName.parse(request.getName());
    return DeliveryMessages.message(
        reads.run(
            Caller.current(),
            tx -> Resources.found(store.find(tx, name.endpoint(), name.id()), request.getName())));
  }

  WebhookDelivery redeliver(RedeliverWebhookRequest request) {
    var name = DeliveryName.parse(request.getName());
    return writes.run(
        Caller.current(),
        request,
        WebhookDelivery.parser(),
        tx -> {
          store.redeliver(tx, name.endpoint(), name.id(), clock.instant());
          return DeliveryMessages.message(
              Resources.found(store.find(tx, name.endpoint(), name.id()), request.getName()));
        });
  }

  ReplayWebhookDeliveriesResponse replay(ReplayWebhookDeliveriesRequest request) {
    var endpoint = Names.WEBHOOK_ENDPOINT.id(request.getName(), "name");
    return writes.run(
        Caller.current(),
        request,
        ReplayWebhookDeliveriesResponse.parser(),
        tx -> {
          Resources.found(endpoints.lock(tx, endpoint), request.getName());
          var replayed = store.replay(tx, endpoint, request.getFromSequence(), clock.instant());
          return ReplayWebhookDeliveriesResponse.newBuilder().setReplayedCount(replayed).build();
        });
  }
}
