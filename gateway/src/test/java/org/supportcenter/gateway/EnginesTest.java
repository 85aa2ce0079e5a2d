package org.supportcenter.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.gateway.GatewayFixture.await;

import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a gateway makes of engines that come and go. */
class EnginesTest {
  private static final HttpClient http = HttpClient.newHttpClient();

  @AfterAll
  static void close() {
    http.close();
  }

  @Test
  void withoutAnEngineSaysSoAtOnceAndRecoversWhenItIsBack() {
    var engine = new EchoEngine();
    var port = engine.port();
    try (var gateway = gateway(engine.address())) {
      await(() -> status(gateway, "/readyz") == 200);
      engine.close();
      await(() -> status(gateway, "/readyz") == 503);

      var before = System.nanoTime();
      assertThat(status(gateway, "/v1/customers")).isEqualTo(503);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
      assertThat(status(gateway, "/healthz")).isEqualTo(200);

      try (var again = new EchoEngine(port)) {
        assertThat(again.port()).isEqualTo(port);
        await(() -> status(gateway, "/readyz") == 200);
        assertThat(status(gateway, "/v1/customers")).isEqualTo(200);
      }
    }
  }

  @Test
  void triesAnEngineAgainEverySecondHoweverLongItIsGone() throws Exception {
    try (var closesAtOnce = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var _ = gateway("127.0.0.1:" + closesAtOnce.getLocalPort())) {
      closesAtOnce.setSoTimeout(10_000); // gRPC alone would wait longer before the eighth
      for (var i = 0; i < 8; i++) {
        closesAtOnce.accept().close();
      }
    }
  }

  @Test
  void sharesTheCallsAmongSeveralEnginesAndPassesOverThoseNotServing() {
    try (var one = new EchoEngine();
        var two = new EchoEngine();
        var gateway = gateway(one.address(), two.address())) {
      await(
          () -> {
            status(gateway, "/v1/customers");
            return one.waiting() > 0 && two.waiting() > 0;
          });
      one.health().setStatus("", ServingStatus.NOT_SERVING);
      await(
          () -> {
            one.reset();
            two.reset();
            for (var i = 0; i < 4; i++) {
              status(gateway, "/v1/customers");
            }
            return one.waiting() == 0 && two.waiting() == 4;
          });
    }
  }

  private static GatewayServer gateway(String... engines) {
    var gateway = new GatewayServer(GatewayConfig.of("127.0.0.1", 0, List.of(engines)));
    gateway.start();
    return gateway;
  }

  private static int status(GatewayServer gateway, String path) {
    var uri = URI.create("http://127.0.0.1:" + gateway.port() + path);
    return GatewayFixture.send(http, HttpRequest.newBuilder(uri).build()).statusCode();
  }
}
