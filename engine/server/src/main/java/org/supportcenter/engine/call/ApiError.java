package org.supportcenter.engine.call;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportcenter.v1.ErrorReason;

/**
 * An error as it goes over the wire.
 *
 * @param message one plain sentence for people
 * @param metadata of the ErrorInfo
 * @param details besides the ErrorInfo, each type at most once
 */
record ApiError(
    ErrorReason reason, String message, Map<String, String> metadata, List<Any> details) {

  private static final String DOMAIN = "supportcenter";

  /** Whole seconds. */
  private static final Metadata.Key<String> RETRY_AFTER =
      Metadata.Key.of("retry-after", Metadata.ASCII_STRING_MARSHALLER);

  /** With the code that the table of reasons gives it. */
  Status status() {
    var info =
        ErrorInfo.newBuilder()
            .setReason(reason.name())
            .setDomain(DOMAIN)
            .putAllMetadata(metadata)
            .build();
    return Status.newBuilder()
        .setCode(Reasons.code(reason).getNumber())
        .setMessage(message)
        .addDetails(Any.pack(info))
        .addAllDetails(details)
        .build();
  }

  /** The same with one more detail. */
  ApiError with(Message detail) {
    var more = Stream.concat(details.stream(), Stream.of(Any.pack(detail))).toList();
    return new ApiError(reason, message, metadata, more);
  }

  /** An error that was made here before; null if the status is not one of ours. */
  static @Nullable ApiError of(Status status) {
    try {
      if (status.getDetailsCount() == 0 || !status.getDetails(0).is(ErrorInfo.class)) {
        return null;
      }
      var info = status.getDetails(0).unpack(ErrorInfo.class);
      return new ApiError(
          ErrorReason.valueOf(info.getReason()),
          status.getMessage(),
          info.getMetadataMap(),
          status.getDetailsList().subList(1, status.getDetailsCount()));
    } catch (InvalidProtocolBufferException | IllegalArgumentException foreign) {
      return null;
    }
  }

  /** As grpc-java sends it; when to come back is a header, too, for HTTP. */
  StatusRuntimeException toStatusException() {
    var trailers = new Metadata();
    var delay = retryDelay();
    if (delay != null) {
      trailers.put(RETRY_AFTER, Long.toString(delay.getSeconds() + (delay.getNanos() > 0 ? 1 : 0)));
    }
    return StatusProto.toStatusRuntimeException(status(), trailers);
  }

  private @Nullable Duration retryDelay() {
    for (var detail : details) {
      if (detail.is(RetryInfo.class)) {
        try {
          return detail.unpack(RetryInfo.class).getRetryDelay();
        } catch (InvalidProtocolBufferException damaged) {
          // It goes out as it came; the header alone is left out.
          return null;
        }
      }
    }
    return null;
  }
}
