package org.supportcenter.gateway.ops;

import com.linecorp.armeria.common.HttpData;
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
    if (type != null && type.subtype().startsWith("grpc")) {
      return HttpResponse.of(grpc(type, failure));
    }
    return HttpResponse.of(json(failure).build(), HttpData.wrap(ErrorBody.json(failure)));
  }

  /** The headers of an error's AIP-193 body. */
  public static ResponseHeadersBuilder json(Failure failure) {
    return ResponseHeaders.builder(HttpStatus.valueOf(failure.httpStatus()))
        .contentType(MediaType.JSON.withoutParameters());
  }

  /** A gRPC answer that is nothing but its status; in gRPC-Web that may stand in headers too. */
  private static ResponseHeaders grpc(MediaType type, Failure failure) {
    return ResponseHeaders.builder(HttpStatus.OK)
        .contentType(type)
        .set("grpc-status", Integer.toString(failure.status().getCode()))
        .set("grpc-message", failure.status().getMessage())
        .set(
            "grpc-status-details-bin",
            Base64.getEncoder().withoutPadding().encodeToString(failure.status().toByteArray()))
        .build();
  }
}
