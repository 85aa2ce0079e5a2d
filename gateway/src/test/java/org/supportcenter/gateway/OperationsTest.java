package org.supportcenter.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.supportcenter.gateway.GatewayFixture.await;
import static org.supportcenter.gateway.GatewayFixture.reason;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.AppointmentServiceGrpc;
import org.supportcenter.v1.WatchAppointmentsRequest;
import org.supportcenter.v1.WatchAppointmentsResponse;

class OperationsTest {
  @Test
  void measuresRequestsByMethodAndCode() {
    try (var fixture = new GatewayFixture()) {
      fixture.get("/v1/customers");
      fixture.post("/v1/appointments", "{\"colour\": 1}");
      fixture.get("/nothing");
      await(() -> fixture.get("/metrics").body().contains("supportcenter.v1.AppointmentService"));
      var metrics = fixture.get("/metrics").body();
      assertThat(metrics)
          .contains("method=\"supportcenter.v1.CustomerService/ListCustomers\"")
          .containsPattern(
              "gateway_requests_seconds_count\\{code=\"OK\",method=\"[^\"]*ListCustomers\"")
          .containsPattern("code=\"INVALID_ARGUMENT\",method=\"[^\"]*CreateAppointment\"")
          .contains("code=\"UNIMPLEMENTED\",method=\"none\"")
          .contains("gateway_requests_in_flight")
          .contains("gateway_requests_seconds_bucket");
    }
  }

  @Test
  void showsTheApiWithNothingFromElsewhere() {
    try (var fixture = new GatewayFixture()) {
      assertThat(fixture.get("/openapi.json").body()).startsWith("{\"openapi\":\"3.1.0\"");
      var page = fixture.get("/docs");
      assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
          .contains("default-src 'none'", "script-src 'self'")
          .doesNotContain("unsafe");
      assertThat(page.body()).doesNotContain("http:", "https:", "<script>", "<style", "style=");
      for (var file : List.of("swagger-ui.css", "swagger-ui-bundle.js", "start.js", "page.css")) {
        assertThat(page.body()).contains("/docs/" + file);
        assertThat(fixture.get("/docs/" + file).statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void aTakenPortIsNamed() {
    try (var fixture = new GatewayFixture()) {
      var second =
          new GatewayServer(
              GatewayConfig.of("127.0.0.1", fixture.gateway.port(), List.of("127.0.0.1:1")));
      assertThatThrownBy(second::start)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("127.0.0.1:" + fixture.gateway.port());
    }
  }

  @Test
  void drainsWithoutLosingACall() throws Exception {
    try (var engine = new EchoEngine()) {
      var gateway =
          new GatewayServer(
              new GatewayConfig(
                  "127.0.0.1",
                  0,
                  List.of(engine.address()),
                  List.of(),
                  Duration.ofSeconds(10),
                  Duration.ofMillis(500),
                  Duration.ofSeconds(10)));
      gateway.start();
      try (var http = HttpClient.newHttpClient()) {
        await(() -> get(http, gateway, "/readyz").statusCode() == 200);
        var health = request(gateway, "/healthz");
        var entered = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        engine.answer(
            "GetAppointment",
            request -> {
              entered.countDown();
              try {
                if (!release.await(10, TimeUnit.SECONDS)) {
                  throw new AssertionError("was not released");
                }
              } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
              }
              return Appointment.newBuilder().setDescription("late").build();
            });
        engine.stream(
            "WatchAppointments",
            (request, observer) ->
                observer.onNext(
                    WatchAppointmentsResponse.newBuilder().setResumeToken("t").build()));
        var late = http.sendAsync(request(gateway, "/v1/appointments/x"), BodyHandlers.ofString());
        var watch =
            http.sendAsync(request(gateway, "/v1/appointments:watch"), BodyHandlers.ofString());
        var channel =
            Grpc.newChannelBuilderForAddress(
                    "127.0.0.1", gateway.port(), InsecureChannelCredentials.create())
                .build();
        var events =
            AppointmentServiceGrpc.newBlockingStub(channel)
                .watchAppointments(WatchAppointmentsRequest.getDefaultInstance());
        assertThat(events.next().getResumeToken()).isEqualTo("t");
        entered.await();

        var stopping = Thread.ofVirtual().start(gateway::stop);

        await(() -> get(http, gateway, "/readyz").statusCode() == 503);
        assertThat(get(http, gateway, "/v1/customers").statusCode())
            .as("still served in the quiet period")
            .isEqualTo(200);
        assertThat(watch.get(10, TimeUnit.SECONDS).body()).contains("id: t");
        assertThatThrownBy(events::hasNext).hasMessageContaining("UNAVAILABLE");
        channel.shutdownNow();
        release.countDown();
        assertThat(late.get(10, TimeUnit.SECONDS).body()).contains("late");
        stopping.join();
        assertThatThrownBy(() -> http.send(health, BodyHandlers.discarding()))
            .isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void tellsPagesOfAllowedOriginsOnly() {
    try (var fixture = new GatewayFixture(List.of("https://calendar.example"))) {
      var allowed = preflight(fixture, "https://calendar.example");
      assertThat(allowed.statusCode()).isEqualTo(200);
      assertThat(allowed.headers().firstValue("access-control-allow-origin"))
          .contains("https://calendar.example");
      assertThat(allowed.headers().firstValue("access-control-allow-methods").orElseThrow())
          .contains("PATCH");
      assertThat(allowed.headers().firstValue("access-control-allow-headers").orElseThrow())
          .contains("idempotency-key", "x-grpc-web");
      var other = preflight(fixture, "https://evil.example");
      assertThat(other.headers().firstValue("access-control-allow-origin")).isEmpty();

      var real = fixture.get("/v1/customers", "Origin", "https://calendar.example");
      assertThat(real.headers().firstValue("access-control-allow-origin"))
          .contains("https://calendar.example");
      assertThat(real.headers().firstValue("access-control-expose-headers").orElseThrow())
          .contains(
              "grpc-status", "grpc-message", "grpc-status-details-bin", "etag", "x-request-id");
      var refused = fixture.get("/v1/customers?colour=1", "Origin", "https://calendar.example");
      assertThat(refused.headers().firstValue("access-control-allow-origin")).isPresent();
      assertThat(reason(refused)).isEqualTo("FIELD_INVALID");
    }
  }

  private static HttpResponse<String> preflight(GatewayFixture fixture, String origin) {
    return fixture.send(
        "OPTIONS",
        "/v1/appointments",
        null,
        "Origin",
        origin,
        "Access-Control-Request-Method",
        "POST",
        "Access-Control-Request-Headers",
        "content-type,idempotency-key");
  }

  private static HttpRequest request(GatewayServer gateway, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path)).build();
  }

  private static HttpResponse<String> get(HttpClient http, GatewayServer gateway, String path) {
    return GatewayFixture.send(http, request(gateway, path));
  }
}
