package org.supportcenter.gateway.ops;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpHeaders;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.util.Base64;
import org.supportcenter.gateway.error.ErrorBody;
import org.supportcenter.gateway.error.Failure;

/** Errors in the client's own protocol: an AIP-193 body, or gRPC trailers. */
public final class ErrorReplies {
  private ErrorReplies() {}

  /** The answer to this request. */
  public static HttpResponse of(ServiceRequestContext context, Failure failure) {
    RequestTraits.ofCode(context, failure.codeName());
    return of(context.request().headers(), failure);
  }

  /** The answer to a request with these headers. */
  static HttpResponse of(RequestHeaders request, Failure failure) {
    var type = request.contentType();
    if (type != null && RequestTraits.isGrpc(request)) {
      var headers = ResponseHeaders.builder(HttpStatus.OK).contentType(type);
      return type.subtype().startsWith("grpc-web")
          // In gRPC-Web the status may stand in the headers when there is nothing else.
          ? HttpResponse.of(headers.add(grpc(failure)).build())
          : HttpResponse.of(headers.build(), HttpData.empty(), grpc(failure));
    }
    return HttpResponse.of(json(failure).build(), HttpData.wrap(ErrorBody.json(failure)));
  }

  /** An AIP-193 body, whatever the request was sent as. */
  public static HttpResponse rest(ServiceRequestContext context, Failure failure) {
    RequestTraits.ofCode(context, failure.codeName());
    return HttpResponse.of(json(failure).build(), HttpData.wrap(ErrorBody.json(failure)));
  }

  /** Says in a header too which methods there are. */
  public static HttpResponse methodNotAllowed(
      ServiceRequestContext context, Failure failure, Iterable<String> allowed) {
    RequestTraits.ofCode(context, failure.codeName());
    var headers = json(failure).set(HttpHeaderNames.ALLOW, String.join(", ", allowed));
    return HttpResponse.of(headers.build(), HttpData.wrap(ErrorBody.json(failure)));
  }

  /** The headers of an error's AIP-193 body. */
  public static ResponseHeadersBuilder json(Failure failure) {
    var status = HttpStatus.valueOf(failure.httpStatus());
    var headers = ResponseHeaders.builder(status).contentType(MediaType.JSON.withoutParameters());
    return status.equals(HttpStatus.UNAUTHORIZED)
        ? headers.set(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer")
        : headers;
  }

  private static HttpHeaders grpc(Failure failure) {
    return HttpHeaders.of(
        "grpc-status",
        Integer.toString(failure.status().getCode()),
        "grpc-message",
        failure.status().getMessage(),
        "grpc-status-details-bin",
        Base64.getEncoder().withoutPadding().encodeToString(failure.status().toByteArray()));
  }
}
