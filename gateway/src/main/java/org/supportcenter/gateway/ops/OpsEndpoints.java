package org.supportcenter.gateway.ops;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.server.ServerBuilder;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** {@code /healthz}, {@code /readyz} and {@code /metrics}. */
public final class OpsEndpoints {
  private OpsEndpoints() {}

  /** Adds the endpoints. */
  public static void add(
      ServerBuilder server, Readiness readiness, PrometheusMeterRegistry metrics) {
    server.route().get("/healthz").build((context, request) -> text(HttpStatus.OK, "alive"));
    server
        .route()
        .get("/readyz")
        .build(
            (context, request) ->
                readiness.isReady()
                    ? text(HttpStatus.OK, "ready")
                    : text(HttpStatus.SERVICE_UNAVAILABLE, "not ready"));
    server
        .route()
        .get("/metrics")
        .build(
            (context, request) ->
                HttpResponse.of(
                    HttpStatus.OK,
                    MediaType.parse("text/plain; version=0.0.4; charset=utf-8"),
                    metrics.scrape()));
  }

  private static HttpResponse text(HttpStatus status, String text) {
    return HttpResponse.of(status, MediaType.PLAIN_TEXT_UTF_8, text + "\n");
  }
}
