package org.supportcenter.engine.testing;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.rpc.BadRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What tests say about calls. */
public final class Calls {

  private Calls() {}

  /** The error a call ends with; a call that succeeds fails the test. */
  public static StatusRuntimeException error(ThrowingCallable call) {
    var error = catchThrowableOfType(StatusRuntimeException.class, call);
    Assertions.assertThat(error).as("the call should have failed").isNotNull();
    return error;
  }

  /** The reason a call is refused for. */
  public static String reason(ThrowingCallable call) {
    return EngineExtension.info(error(call)).getReason();
  }

  /** The first field for which a call is refused as {@code FIELD_INVALID}. */
  public static String invalidField(ThrowingCallable call) {
    var refused = error(call);
    Assertions.assertThat(EngineExtension.info(refused).getReason()).isEqualTo("FIELD_INVALID");
    var details = EngineExtension.detail(refused, BadRequest.class);
    Assertions.assertThat(details).isNotNull();
    return details.getFieldViolations(0).getField();
  }

  /** The gRPC code a call ends with. */
  public static Status.Code code(ThrowingCallable call) {
    return error(call).getStatus().getCode();
  }
}
