package org.supportcenter.gateway.rpc;

import com.linecorp.armeria.common.RequestHeaders;
import io.grpc.Metadata;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Which headers cross the gateway. Everything else a client sends stays outside, so that nobody can
 * set what only the gateway may.
 */
public final class ForwardedHeaders {
  /** The id of a request, in logs and answers. */
  public static final String REQUEST_ID = "x-request-id";

  private static final List<String> TO_ENGINE =
      List.of("authorization", "x-api-key", "x-tenant-id", "traceparent", "tracestate");
  private static final List<String> TO_CLIENT =
      List.of("retry-after", "ratelimit-limit", "ratelimit-remaining", "ratelimit-reset");

  private ForwardedHeaders() {}

  /** What the engine gets. */
  public static Metadata toEngine(RequestHeaders headers, String requestId) {
    var metadata = new Metadata();
    for (var name : TO_ENGINE) {
      var value = headers.get(name);
      if (value != null) {
        metadata.put(key(name), value);
      }
    }
    metadata.put(key(REQUEST_ID), requestId);
    return metadata;
  }

  /** Hands on what the client gets of the engine's headers or trailers. */
  public static void toClient(Metadata engine, BiConsumer<String, String> client) {
    for (var name : TO_CLIENT) {
      var value = engine.get(key(name));
      if (value != null) {
        client.accept(name, value);
      }
    }
  }

  static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }
}
