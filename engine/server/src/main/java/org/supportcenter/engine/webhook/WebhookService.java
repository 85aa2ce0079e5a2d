package org.supportcenter.engine.webhook;

import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
import java.time.InstantSource;
import org.supportcenter.engine.call.Unary;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.runtime.network.AddressPolicy;
import org.supportcenter.store.webhook.WebhookEndpointStore;
import org.supportcenter.v1.CreateWebhookEndpointRequest;
import org.supportcenter.v1.DeleteWebhookEndpointRequest;
import org.supportcenter.v1.DisableWebhookEndpointRequest;
import org.supportcenter.v1.EnableWebhookEndpointRequest;
import org.supportcenter.v1.GetWebhookDeliveryRequest;
import org.supportcenter.v1.GetWebhookEndpointRequest;
import org.supportcenter.v1.ListWebhookDeliveriesRequest;
import org.supportcenter.v1.ListWebhookDeliveriesResponse;
import org.supportcenter.v1.ListWebhookEndpointsRequest;
import org.supportcenter.v1.ListWebhookEndpointsResponse;
import org.supportcenter.v1.RedeliverWebhookRequest;
import org.supportcenter.v1.ReplayWebhookDeliveriesRequest;
import org.supportcenter.v1.ReplayWebhookDeliveriesResponse;
import org.supportcenter.v1.RotateWebhookSecretRequest;
import org.supportcenter.v1.UpdateWebhookEndpointRequest;
import org.supportcenter.v1.WebhookDelivery;
import org.supportcenter.v1.WebhookEndpoint;
import org.supportcenter.v1.WebhookServiceGrpc.WebhookServiceImplBase;

/** Who is told over HTTP of what happens. */
public final class WebhookService extends WebhookServiceImplBase {

  private final Endpoints endpoints;
  private final Deliveries deliveries;

  /**
   * Stamps endpoints and deliveries by the clock.
   *
   * @param policy where endpoints may be
   */
  public WebhookService(Reads reads, Writes writes, AddressPolicy policy, InstantSource clock) {
    var store = new WebhookEndpointStore();
    endpoints = new Endpoints(reads, writes, policy, clock, store);
    deliveries = new Deliveries(reads, writes, clock, store);
  }

  @Override
  public void createWebhookEndpoint(
      CreateWebhookEndpointRequest request, StreamObserver<WebhookEndpoint> observer) {
    Unary.answer(observer, () -> endpoints.create(request));
  }

  @Override
  public void getWebhookEndpoint(
      GetWebhookEndpointRequest request, StreamObserver<WebhookEndpoint> observer) {
    Unary.answer(observer, () -> endpoints.get(request));
  }

  @Override
  public void listWebhookEndpoints(
      ListWebhookEndpointsRequest request, StreamObserver<ListWebhookEndpointsResponse> observer) {
    Unary.answer(observer, () -> endpoints.list(request));
  }

  @Override
  public void updateWebhookEndpoint(
      UpdateWebhookEndpointRequest request, StreamObserver<WebhookEndpoint> observer) {
    Unary.answer(observer, () -> endpoints.update(request));
  }

  @Override
  public void deleteWebhookEndpoint(
      DeleteWebhookEndpointRequest request, StreamObserver<Empty> observer) {
    Unary.answer(observer, () -> endpoints.delete(request));
  }

  @Override
  public void rotateWebhookSecret(
      RotateWebhookSecretRequest request, StreamObserver<WebhookEndpoint> observer) {
    Unary.answer(observer, () -> endpoints.rotate(request));
  }

  @Override
  public void enableWebhookEndpoint(
      EnableWebhookEndpointRequest request, StreamObserver<WebhookEndpoint> observer) {
    Unary.answer(observer, () -> endpoints.enable(request));
  }

  @Override
  public void disableWebhookEndpoint(
      DisableWebhookEndpointRequest request, StreamObserver<WebhookEndpoint> observer) {
    Unary.answer(observer, () -> endpoints.disable(request));
  }

  @Override
  public void replayWebhookDeliveries(
      ReplayWebhookDeliveriesRequest request,
      StreamObserver<ReplayWebhookDeliveriesResponse> observer) {
    Unary.answer(observer, () -> deliveries.replay(request));
  }

  @Override
  public void listWebhookDeliveries(
      ListWebhookDeliveriesRequest request,
      StreamObserver<ListWebhookDeliveriesResponse> observer) {
    Unary.answer(observer, () -> deliveries.list(request));
  }

  @Override
  public void getWebhookDelivery(
      GetWebhookDeliveryRequest request, StreamObserver<WebhookDelivery> observer) {
    Unary.answer(observer, () -> deliveries.get(request));
  }

  @Override
  public void redeliverWebhook(
      RedeliverWebhookRequest request, StreamObserver<WebhookDelivery> observer) {
    Unary.answer(observer, () -> deliveries.redeliver(request));
  }
}
