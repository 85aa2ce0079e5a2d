package org.supportcenter.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.supportcenter.gateway.openapi.DocumentedErrors;
import org.supportcenter.v1.ErrorReason;

/**
 * A gateway before an {@link EchoEngine}, both on free ports, and a client for it. As an extension
 * it serves all tests of a class, each of which finds the engine as it was at first.
 */
final class GatewayFixture implements AutoCloseable, BeforeEachCallback, AfterAllCallback {
  static final String UUID = "6f1c1ba4-8f0b-4a43-9c1c-2a3b8f3d1a10";
  private static final ObjectMapper JSON = new ObjectMapper();

  final EchoEngine engine = new EchoEngine();
  final GatewayServer gateway;
  final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  GatewayFixture() {
    this(List.of());
  }

  GatewayFixture(List<String> corsOrigins) {
    gateway =
        new GatewayServer(
            new GatewayConfig(
                "127.0.0.1",
                0,
                List.of(engine.address()),
                corsOrigins,
                Duration.ofSeconds(10),
                Duration.ZERO,
                Duration.ofSeconds(5)));
    gateway.start();
    await(() -> get("/readyz").statusCode() == 200);
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    engine.reset();
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    close();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + gateway.port() + path);
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  HttpResponse<String> post(String path, String json, String... headers) {
    return send("POST", path, json, headers);
  }

  HttpResponse<String> patch(String path, String json, String... headers) {
    return send("PATCH", path, json, headers);
  }

  /** Sends a request, its body as JSON unless the headers say otherwise. */
  HttpResponse<String> send(String method, String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(uri(path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null && !List.of(headers).contains("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  /** Sends a request; the gateway's own errors must be those that its description tells of. */
  HttpResponse<String> send(HttpRequest request) {
    var response = send(http, request);
    var path = request.uri().getRawPath();
    if (response.statusCode() >= 400 && path.startsWith("/v1/") && engine.onlyEchoes()) {
      DocumentedErrors.check(
          request.method(), path, response.statusCode(), ErrorReason.valueOf(reason(response)));
    }
    return response;
  }

  static HttpResponse<String> send(HttpClient http, HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(hurried);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException notJson) {
      throw new UncheckedIOException(response.body(), notJson);
    }
  }

  /** The reason of an AIP-193 body that has exactly one ErrorInfo. */
  static String reason(HttpResponse<String> response) {
    var reasons =
        json(response).at("/error/details").findValues("reason").stream()
            .map(JsonNode::asText)
            .toList();
    var infos =
        json(response).at("/error/details").findValuesAsText("@type").stream()
            .filter(type -> type.endsWith("google.rpc.ErrorInfo"))
            .count();
    if (infos != 1) {
      throw new AssertionError(infos + " ErrorInfos in " + response.body());
    }
    return reasons.getFirst();
  }

  /** Waits until something has come about; fails after ten seconds. */
  static void await(BooleanSupplier condition) {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not come about within ten seconds");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  @Override
  public void close() {
    gateway.close();
    engine.close();
    http.close();
  }
}
