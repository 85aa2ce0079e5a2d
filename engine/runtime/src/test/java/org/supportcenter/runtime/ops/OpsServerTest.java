package org.supportcenter.runtime.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpsServerTest {

  private final AtomicBoolean ready = new AtomicBoolean(true);
  private final AtomicReference<@Nullable String> ended = new AtomicReference<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private OpsServer server;

  @BeforeEach
  void start() throws IOException {
    var signs = new LifeSigns();
    signs.watch(() -> null);
    signs.watch(ended::get);
    server =
        OpsServer.start(
            new InetSocketAddress("127.0.0.1", 0),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
            signs,
            ready::get);
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void aProcessThatCannotServeNowIsAliveYet() throws Exception {
    assertThat(get("/readyz")).isEqualTo("200 ready\n");
    ready.set(false);

    assertThat(get("/readyz")).isEqualTo("503 not ready\n");
    assertThat(get("/healthz")).isEqualTo("200 ok\n");
  }

  @Test
  void whatHasEndedForGoodIsNamedByBoth() throws Exception {
    ended.set("The thread that looks for mails has ended.");

    assertThat(get("/healthz")).isEqualTo("503 The thread that looks for mails has ended.\n");
    assertThat(get("/readyz")).isEqualTo("503 The thread that looks for mails has ended.\n");
  }

  private String get(String path) throws Exception {
    var uri = URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path));
    var answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body();
  }
}
