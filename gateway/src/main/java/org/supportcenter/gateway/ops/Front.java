package org.supportcenter.gateway.ops;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.DecoratingHttpServiceFunction;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import org.supportcenter.gateway.error.Failure;
import org.supportcenter.gateway.rpc.ForwardedHeaders;
import org.supportcenter.v1.ErrorReason;

/** What holds for every request: its id and the security headers in the answer, and the drain. */
public final class Front implements DecoratingHttpServiceFunction {
  private final Readiness readiness;

  /** Turns requests away when {@code readiness} says so. */
  public Front(Readiness readiness) {
    this.readiness = readiness;
  }

  @Override
  public HttpResponse serve(HttpService next, ServiceRequestContext context, HttpRequest request)
      throws Exception {
    var id = RequestTraits.requestId(context);
    context.mutateAdditionalResponseHeaders(
        headers ->
            headers
                .set(ForwardedHeaders.REQUEST_ID, id)
                .set(HttpHeaderNames.X_CONTENT_TYPE_OPTIONS, "nosniff")
                .set(HttpHeaderNames.REFERRER_POLICY, "no-referrer"));
    if (readiness.isRefusing()) {
      return ErrorReplies.of(
          context, Failure.of(ErrorReason.DRAINING, "this gateway is shutting down; retry"));
    }
    return next.serve(context, request);
  }
}
