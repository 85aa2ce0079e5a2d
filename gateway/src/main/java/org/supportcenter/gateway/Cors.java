package org.supportcenter.gateway;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.cors.CorsService;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which pages of other origins may call, and what they may send and see. */
final class Cors {
  private Cors() {}

  /** A decorator for these origins, {@code *} for all; null when there are none. */
  static @Nullable Function<? super HttpService, CorsService> decorator(List<String> origins) {
    if (origins.isEmpty()) {
      return null;
    }
    var builder =
        origins.contains("*") ? CorsService.builderForAnyOrigin() : CorsService.builder(origins);
    return builder
        .allowRequestMethods(HttpMethod.GET, HttpMethod.POST, HttpMethod.PATCH, HttpMethod.DELETE)
        .allowRequestHeaders(
            "authorization",
            "content-type",
            "grpc-timeout",
            "idempotency-key",
            "if-match",
            "last-event-id",
            "traceparent",
            "tracestate",
            "x-api-key",
            "x-grpc-web",
            "x-request-id",
            "x-tenant-id",
            "x-user-agent")
        .exposeHeaders(
            "etag",
            "grpc-message",
            "grpc-status",
            "grpc-status-details-bin",
            "ratelimit-limit",
            "ratelimit-remaining",
            "ratelimit-reset",
            "retry-after",
            "x-request-id")
        .maxAge(Duration.ofHours(1))
        .newDecorator();
  }
}
