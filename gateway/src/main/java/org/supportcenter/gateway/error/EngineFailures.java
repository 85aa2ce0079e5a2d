package org.supportcenter.gateway.error;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.protobuf.ProtoUtils;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.v1.ErrorReason;

/** Turns the end of an engine call into a {@link Failure} and back into trailers. */
public final class EngineFailures {
  /** Where gRPC carries the details of an error. */
  public static final Metadata.Key<com.google.rpc.Status> DETAILS =
      Metadata.Key.of(
          "grpc-status-details-bin",
          ProtoUtils.metadataMarshaller(com.google.rpc.Status.getDefaultInstance()));

  private static final Logger log = LoggerFactory.getLogger(EngineFailures.class);

  private EngineFailures() {}

  /** The error of a call that ended other than OK. {@code requestId} finds it in the log. */
  public static Failure of(Status status, Metadata trailers, String requestId) {
    var details = trailers.get(DETAILS);
    if (details != null) {
      return Failure.of(details);
    }
    var reason = ReasonOfCode.of(status.getCode().value());
    if (status.getCause() != null || reason == ErrorReason.INTERNAL) {
      log.atWarn()
          .addKeyValue("requestId", requestId)
          .addKeyValue("code", status.getCode())
          .setCause(status.getCause())
          .log("engine call failed: {}", status.getDescription());
    }
    return switch (reason) {
      case ENGINE_UNAVAILABLE ->
          Failure.of(reason, "no engine can be reached; retry with the same request id");
      case DEADLINE_PASSED ->
          Failure.of(reason, "the deadline passed; retry with the same request id");
      case ROUTE_NOT_FOUND -> Failure.of(reason, "the engine does not offer this method");
      case INTERNAL -> internal(requestId);
      // The codes of the gRPC runtime are above; any other is the engine's word.
      // Its text is kept, it was written for the client.
      case ErrorReason other ->
          Failure.of(
              com.google.rpc.Status.newBuilder()
                  .setCode(status.getCode().value())
                  .setMessage(
                      status.getDescription() == null ? other.name() : status.getDescription())
                  .build());
    };
  }

  /** A fault of ours: nothing about it but the id under which the log knows more. */
  public static Failure internal(String requestId) {
    return Failure.of(
        ErrorReason.INTERNAL,
        "internal error; the log knows it as " + requestId,
        Map.of("requestId", requestId));
  }

  /** The gRPC status of a failure. */
  public static Status grpcStatus(Failure failure) {
    return Status.fromCodeValue(failure.status().getCode())
        .withDescription(failure.status().getMessage());
  }

  /** The failure's details as grpc-status-details-bin. */
  public static void putDetails(Failure failure, Metadata trailers) {
    trailers.discardAll(DETAILS);
    trailers.put(DETAILS, failure.status());
  }
}
