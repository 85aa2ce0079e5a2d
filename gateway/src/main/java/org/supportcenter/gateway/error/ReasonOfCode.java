package org.supportcenter.gateway.error;

import com.google.rpc.Code;
import org.supportcenter.v1.ErrorReason;

/** The reason of an error that came without one: from the gRPC runtime, not from the engine. */
final class ReasonOfCode {
  private ReasonOfCode() {}

  static ErrorReason of(int number) {
    var code = Code.forNumber(number);
    return code == null ? ErrorReason.INTERNAL : of(code);
  }

  private static ErrorReason of(Code code) {
    return switch (code) {
      case INVALID_ARGUMENT, OUT_OF_RANGE -> ErrorReason.FIELD_INVALID;
      case UNAUTHENTICATED -> ErrorReason.CREDENTIAL_INVALID;
      case PERMISSION_DENIED -> ErrorReason.NOT_ALLOWED;
      case NOT_FOUND -> ErrorReason.RESOURCE_NOT_FOUND;
      case ALREADY_EXISTS -> ErrorReason.RESOURCE_EXISTS;
      case ABORTED, FAILED_PRECONDITION -> ErrorReason.CONCURRENT_CHANGE;
      case RESOURCE_EXHAUSTED -> ErrorReason.RATE_LIMITED;
      case UNIMPLEMENTED -> ErrorReason.ROUTE_NOT_FOUND;
      case UNAVAILABLE, CANCELLED -> ErrorReason.ENGINE_UNAVAILABLE;
      case DEADLINE_EXCEEDED -> ErrorReason.DEADLINE_PASSED;
      case OK, UNKNOWN, INTERNAL, DATA_LOSS, UNRECOGNIZED -> ErrorReason.INTERNAL;
    };
  }
}
