package org.supportcenter.gateway.error;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supportcenter.v1.ErrorReason;
import org.supportcenter.v1.ErrorReasonOuterClass;

/**
 * An error with exactly one {@code ErrorInfo}.
 *
 * @param status what clients get, with its details
 * @param reason the reason of its ErrorInfo; null when it is one this gateway does not know
 */
public record Failure(Status status, @Nullable ErrorReason reason) {
  /** The domain of every ErrorInfo. */
  public static final String DOMAIN = "supportcenter";

  /** An error raised by the gateway itself. */
  public static Failure of(ErrorReason reason, String message) {
    return of(reason, message, Map.of());
  }

  /** An error raised by the gateway itself, with metadata (keys in lowerCamel). */
  public static Failure of(ErrorReason reason, String message, Map<String, String> metadata) {
    return new Failure(status(reason, message, metadata).build(), reason);
  }

  /**
   * A field (path in lowerCamel), parameter or header that cannot be accepted, told as the engine
   * tells it.
   *
   * @param problem what it must be; goes on after the field, without a full stop
   */
  public static Failure ofField(String field, String problem) {
    var violation =
        BadRequest.newBuilder()
            .addFieldViolations(
                BadRequest.FieldViolation.newBuilder()
                    .setField(field)
                    .setDescription(problem)
                    .setReason(ErrorReason.FIELD_INVALID.name()));
    var message = "%s %s.".formatted(field, problem);
    return new Failure(
        status(ErrorReason.FIELD_INVALID, message, Map.of("field", field))
            .addDetails(Any.pack(violation.build()))
            .build(),
        ErrorReason.FIELD_INVALID);
  }

  /** An error the engine sent with details; one without an ErrorInfo gets it from its code. */
  static Failure of(Status status) {
    for (var detail : status.getDetailsList()) {
      if (detail.is(ErrorInfo.class)) {
        try {
          return new Failure(status, known(detail.unpack(ErrorInfo.class).getReason()));
        } catch (InvalidProtocolBufferException damaged) {
          return of(ErrorReason.INTERNAL, "the engine sent an error that cannot be read");
        }
      }
    }
    var reason = ReasonOfCode.of(status.getCode());
    var info = ErrorInfo.newBuilder().setReason(reason.name()).setDomain(DOMAIN);
    return new Failure(status.toBuilder().addDetails(0, Any.pack(info.build())).build(), reason);
  }

  /** The HTTP status that the client gets. */
  public int httpStatus() {
    return httpStatus(reason == null ? ReasonOfCode.of(status.getCode()) : reason);
  }

  /** The HTTP status of a reason, as the proto of the reasons says. */
  public static int httpStatus(ErrorReason reason) {
    return reason.getValueDescriptor().getOptions().getExtension(ErrorReasonOuterClass.httpStatus);
  }

  /** The name of the gRPC code, for instance {@code INVALID_ARGUMENT}. */
  public String codeName() {
    var code = Code.forNumber(status.getCode());
    return code == null ? Code.UNKNOWN.name() : code.name();
  }

  private static Status.Builder status(
      ErrorReason reason, String message, Map<String, String> metadata) {
    var code = reason.getValueDescriptor().getOptions().getExtension(ErrorReasonOuterClass.code);
    var info =
        ErrorInfo.newBuilder()
            .setReason(reason.name())
            .setDomain(DOMAIN)
            .putAllMetadata(metadata)
            .build();
    return Status.newBuilder()
        .setCode(code.getNumber())
        .setMessage(message)
        .addDetails(Any.pack(info));
  }

  private static @Nullable ErrorReason known(String name) {
    var value = ErrorReason.getDescriptor().findValueByName(name);
    return value == null ? null : ErrorReason.forNumber(value.getNumber());
  }
}
