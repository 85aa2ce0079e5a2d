package org.supportcenter.engine.call;

import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.domain.refusal.RefusedException;
import org.supportcenter.runtime.database.DatabaseUnavailableException;
import org.supportcenter.store.DeadlinePassedException;
import org.supportcenter.v1.ErrorReason;

/** The one place that says what an exception means to the caller. */
final class Failures {

  private static final Logger log = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /** The error that is told; faults of ours are logged here. */
  static ApiError error(Throwable failure) {
    var error = told(failure);
    var record = CallRecord.KEY.get();
    if (record != null) {
      record.failed(error.reason());
    }
    return error;
  }

  private static ApiError told(Throwable failure) {
    return switch (failure) {
      case RefusedException refused -> Refusals.error(refused.refusal());
      case LocalizedRefusalException refused ->
          Refusals.error(refused.refusal()).with(refused.message());
      case ApiException error -> of(error.reason(), error.getMessage(), error.metadata());
      case DatabaseUnavailableException down -> {
        log.warn("{}: {}", down.getMessage(), message(down.getCause()));
        yield of(
            ErrorReason.DATABASE_UNAVAILABLE,
            "The database cannot be reached; try again, with the same requestId where one was"
                + " given.",
            Map.of());
      }
      case DeadlinePassedException _ -> deadlinePassed();
      case StatusRuntimeException status -> status(status, status.getStatus());
      case StatusException status -> status(status, status.getStatus());
      case Throwable fault -> fault(fault);
    };
  }

  /** Statuses made by {@link ApiError} come back as they were; others are grpc-java's own. */
  private static ApiError status(Exception failure, Status status) {
    var known = StatusProto.fromThrowable(failure);
    var error = known == null ? null : ApiError.of(known);
    if (error != null) {
      return error;
    }
    return switch (status.getCode()) {
      case DEADLINE_EXCEEDED, CANCELLED -> deadlinePassed();
      default -> fault(failure);
    };
  }

  private static ApiError fault(Throwable fault) {
    if (Context.current().isCancelled()) {
      log.warn("A call failed after its caller had gone", fault);
      return deadlinePassed();
    }
    var id = UUID.randomUUID().toString();
    log.atError().addKeyValue("errorId", id).setCause(fault).log("A call failed");
    return of(
        ErrorReason.INTERNAL,
        "Something went wrong on our side; it is in the log under %s.".formatted(id),
        Map.of("errorId", id));
  }

  private static ApiError deadlinePassed() {
    return of(
        ErrorReason.DEADLINE_PASSED,
        "The deadline passed; try again, with the same requestId where one was given.",
        Map.of());
  }

  private static ApiError of(
      ErrorReason reason, @Nullable String message, Map<String, String> metadata) {
    return new ApiError(reason, message == null ? reason.name() : message, metadata, List.of());
  }

  private static String message(@Nullable Throwable cause) {
    return cause == null ? "" : String.valueOf(cause.getMessage());
  }
}
