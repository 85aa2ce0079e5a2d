package org.supportcenter.gateway.ops;

import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.logging.RequestLog;
import com.linecorp.armeria.server.DecoratingHttpServiceFunction;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts and times every request, and writes one access-log line for it. The line names the method
 * called, never the path, the query or the caller's address: those can be personal data.
 */
public final class Telemetry implements DecoratingHttpServiceFunction {
  private static final Logger access = LoggerFactory.getLogger("org.supportcenter.gateway.access");
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(5), Duration.ofMillis(10),
    Duration.ofMillis(20), Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250),
    Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30)
  };

  private record Series(String method, String protocol, String code) {}

  private final MeterRegistry registry;
  private final Map<Series, Timer> timers = new ConcurrentHashMap<>();
  private final AtomicInteger inFlight = new AtomicInteger();

  /** Measures into this registry. */
  public Telemetry(MeterRegistry registry) {
    this.registry = registry;
    registry.gauge("gateway.requests.in.flight", inFlight);
  }

  @Override
  public HttpResponse serve(HttpService next, ServiceRequestContext context, HttpRequest request)
      throws Exception {
    inFlight.incrementAndGet();
    var _ = context.log().whenComplete().thenAccept(log -> finished(context, log));
    return next.serve(context, request);
  }

  private void finished(ServiceRequestContext context, RequestLog log) {
    inFlight.decrementAndGet();
    var status = log.responseHeaders().status().code();
    var protocol = protocol(context);
    var code = RequestTraits.code(context, status);
    var series = new Series(RequestTraits.rpc(context), protocol, code);
    timers
        .computeIfAbsent(series, this::timer)
        .record(log.totalDurationNanos(), TimeUnit.NANOSECONDS);
    access
        .atInfo()
        .addKeyValue("requestId", RequestTraits.requestId(context))
        .addKeyValue("traceparent", context.request().headers().get("traceparent"))
        .addKeyValue("method", series.method())
        .addKeyValue("protocol", protocol)
        .addKeyValue("code", code)
        .addKeyValue("status", status)
        .addKeyValue("durationMicros", TimeUnit.NANOSECONDS.toMicros(log.totalDurationNanos()))
        .addKeyValue("requestBytes", log.requestLength())
        .addKeyValue("responseBytes", log.responseLength())
        .log("request");
  }

  private static String protocol(ServiceRequestContext context) {
    var headers = context.request().headers();
    var type = headers.contentType();
    if (type == null || !RequestTraits.isGrpc(headers)) {
      return "rest";
    }
    return type.subtype().startsWith("grpc-web") ? "grpc-web" : "grpc";
  }

  private Timer timer(Series series) {
    return Timer.builder("gateway.requests")
        .description("Requests by method, protocol and code")
        .tags("method", series.method(), "protocol", series.protocol(), "code", series.code())
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }
}
