package org.supportcenter.runtime.ops;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/**
 * For orchestrators and Prometheus, on a port of its own: {@code /healthz} says that the process is
 * alive and nothing in it has ended that only a restart brings back, {@code /readyz} that it can
 * serve now, {@code /metrics} what it has done.
 */
public final class OpsServer implements AutoCloseable {

  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  private final HttpServer http;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  private record Answer(int status, String type, String body) {}

  @FunctionalInterface
  private interface Page {
    Answer answer();
  }

  private OpsServer(HttpServer http) {
    this.http = http;
  }

  /**
   * Starts answering.
   *
   * @param signs what must not end
   * @param ready whether the process can serve now
   * @throws IOException if the address is taken
   */
  public static OpsServer start(
      InetSocketAddress address,
      PrometheusMeterRegistry registry,
      LifeSigns signs,
      BooleanSupplier ready)
      throws IOException {
    var server = new OpsServer(HttpServer.create(address, 0));
    server.page("/healthz", () -> alive(signs, new Answer(OK, TEXT, "ok\n")));
    server.page("/readyz", () -> alive(signs, readiness(ready.getAsBoolean())));
    server.page("/metrics", () -> new Answer(OK, PROMETHEUS, registry.scrape()));
    server.http.setExecutor(server.executor);
    server.http.start();
    return server;
  }

  /** The port it listens on. */
  public int port() {
    return http.getAddress().getPort();
  }

  @Override
  public void close() {
    http.stop(0);
    executor.shutdown();
  }

  private static Answer alive(LifeSigns signs, Answer otherwise) {
    var ended = signs.ended();
    return ended == null ? otherwise : new Answer(UNAVAILABLE, TEXT, ended + "\n");
  }

  private static Answer readiness(boolean isReady) {
    return isReady ? new Answer(OK, TEXT, "ready\n") : new Answer(UNAVAILABLE, TEXT, "not ready\n");
  }

  private void page(String path, Page page) {
    http.createContext(
        path,
        exchange -> {
          try (exchange) {
            if (exchange.getRequestURI().getPath().equals(path)) {
              send(exchange, page.answer());
            } else {
              send(exchange, new Answer(404, TEXT, "not found\n"));
            }
          }
        });
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    var body = answer.body().getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
  }
}
