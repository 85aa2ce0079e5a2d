package org.supportcenter.engine.call;

import io.grpc.Context;
import io.grpc.Metadata;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.supportcenter.v1.ErrorReason;

/** What is noted about one call while it passes, for the log and the metrics. */
final class CallRecord {

  static final Context.Key<CallRecord> KEY = Context.key("call-record");

  private static final Metadata.Key<String> REQUEST_ID =
      Metadata.Key.of("x-request-id", Metadata.ASCII_STRING_MARSHALLER);
  private static final Metadata.Key<String> TRACE_PARENT =
      Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER);

  /** Anything else could be an attempt to write into the log. */
  private static final Pattern SAFE_ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  private static final Pattern TRACE =
      Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

  private final String method;
  private final String requestId;
  private final @Nullable String traceId;
  private final long startNanos = System.nanoTime();

  private volatile @Nullable UUID tenant;
  private volatile @Nullable ErrorReason reason;

  CallRecord(String method, Metadata headers) {
    this.method = method;
    this.requestId = requestId(headers.get(REQUEST_ID));
    this.traceId = traceId(headers.get(TRACE_PARENT));
  }

  private static String requestId(@Nullable String given) {
    return given != null && SAFE_ID.matcher(given).matches() ? given : UUID.randomUUID().toString();
  }

  private static @Nullable String traceId(@Nullable String traceParent) {
    var parts = TRACE.matcher(traceParent == null ? "" : traceParent);
    return parts.matches() ? parts.group(1) : null;
  }

  String method() {
    return method;
  }

  long nanos() {
    return System.nanoTime() - startNanos;
  }

  @Nullable ErrorReason reason() {
    return reason;
  }

  void failed(ErrorReason why) {
    reason = why;
  }

  void cameFrom(UUID whichTenant) {
    tenant = whichTenant;
    MDC.put("tenant", whichTenant.toString());
  }

  /** Makes the ids part of every line this thread logs. */
  void enterLog() {
    MDC.put("requestId", requestId);
    if (traceId != null) {
      MDC.put("traceId", traceId);
    }
    var known = tenant;
    if (known != null) {
      MDC.put("tenant", known.toString());
    }
  }

  static void leaveLog() {
    MDC.remove("requestId");
    MDC.remove("traceId");
    MDC.remove("tenant");
  }
}
