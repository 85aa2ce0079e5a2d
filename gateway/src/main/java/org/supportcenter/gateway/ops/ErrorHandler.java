package org.supportcenter.gateway.ops;

import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.ContentTooLargeException;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.util.Exceptions;
import com.linecorp.armeria.server.HttpResponseException;
import com.linecorp.armeria.server.HttpStatusException;
import com.linecorp.armeria.server.RequestTimeoutException;
import com.linecorp.armeria.server.ServerErrorHandler;
import com.linecorp.armeria.server.ServiceConfig;
import com.linecorp.armeria.server.ServiceRequestContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.gateway.error.EngineFailures;
import org.supportcenter.gateway.error.ErrorBody;
import org.supportcenter.gateway.error.Failure;
import org.supportcenter.gateway.error.RefusedException;
import org.supportcenter.gateway.rpc.ForwardedHeaders;
import org.supportcenter.v1.ErrorReason;

/** Gives the errors of the HTTP server itself the shape of all others. */
public final class ErrorHandler implements ServerErrorHandler {
  private static final Logger log = LoggerFactory.getLogger(ErrorHandler.class);

  /** The largest request, in MiB. */
  public static final int LARGEST_BODY_MIB = 4;

  @Override
  public HttpResponse onServiceException(ServiceRequestContext context, Throwable thrown) {
    return ErrorReplies.of(context, failure(thrown, RequestTraits.requestId(context)));
  }

  /** What an exception means to a client. */
  public static Failure failure(Throwable thrown, String requestId) {
    return switch (Exceptions.peel(thrown)) {
      case RefusedException refused -> refused.failure();
      case ContentTooLargeException tooLarge -> tooLarge();
      case RequestTimeoutException timeout ->
          Failure.of(ErrorReason.DEADLINE_PASSED, "the request took too long");
      case HttpStatusException status -> ofStatus(status.httpStatus(), null, requestId);
      case HttpResponseException response -> EngineFailures.internal(requestId);
      case Throwable fault -> {
        log.atError().addKeyValue("requestId", requestId).setCause(fault).log("request failed");
        yield EngineFailures.internal(requestId);
      }
    };
  }

  /** The error of a request that is larger than allowed. */
  public static Failure tooLarge() {
    return Failure.of(
        ErrorReason.BODY_TOO_LARGE, "a request may have up to " + LARGEST_BODY_MIB + " MiB");
  }

  @Override
  public AggregatedHttpResponse onProtocolViolation(
      ServiceConfig config,
      @Nullable RequestHeaders headers,
      HttpStatus status,
      @Nullable String description,
      @Nullable Throwable cause) {
    var id = RequestTraits.requestId(headers);
    return rendered(
        cause instanceof RefusedException refused
            ? refused.failure()
            : ofStatus(status, description, id),
        id);
  }

  @Override
  public AggregatedHttpResponse renderStatus(
      @Nullable ServiceRequestContext context,
      ServiceConfig config,
      @Nullable RequestHeaders headers,
      HttpStatus status,
      @Nullable String description,
      @Nullable Throwable cause) {
    var id = RequestTraits.requestId(headers);
    return rendered(ofStatus(status, description, id), id);
  }

  private static AggregatedHttpResponse rendered(Failure failure, String id) {
    return AggregatedHttpResponse.of(
        ErrorReplies.json(failure)
            .set(ForwardedHeaders.REQUEST_ID, id)
            .set(HttpHeaderNames.X_CONTENT_TYPE_OPTIONS, "nosniff")
            .build(),
        HttpData.wrap(ErrorBody.json(failure)));
  }

  private static Failure ofStatus(HttpStatus status, @Nullable String description, String id) {
    if (status.equals(HttpStatus.REQUEST_ENTITY_TOO_LARGE)) {
      return tooLarge();
    }
    if (status.equals(HttpStatus.SERVICE_UNAVAILABLE)) {
      return Failure.of(ErrorReason.DRAINING, "this gateway cannot take the request; retry");
    }
    if (status.isClientError()) {
      var problem = description == null ? status.reasonPhrase() : description;
      return Failure.ofField("request", "must be well-formed HTTP: " + problem);
    }
    return EngineFailures.internal(id);
  }
}
