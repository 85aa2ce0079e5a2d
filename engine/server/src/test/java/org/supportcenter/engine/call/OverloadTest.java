package org.supportcenter.engine.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Empty;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.protobuf.ProtoUtils;
import org.junit.jupiter.api.Test;
import org.supportcenter.v1.ErrorReason;

class OverloadTest {

  @Test
  void callsAreTakenUpToTheLimitAndRefusedAboveIt() {
    assertThat(intercept(Overload.MOST_WAITING)).isNotNull();
    assertThatThrownBy(() -> intercept(Overload.MOST_WAITING + 1))
        .isInstanceOfSatisfying(
            ApiException.class,
            refused -> assertThat(refused.reason()).isEqualTo(ErrorReason.OVERLOADED));
  }

  private static ServerCall.Listener<Empty> intercept(int waiting) {
    return new Overload(() -> waiting)
        .interceptCall(
            new Call(), new Metadata(), (call, headers) -> new ServerCall.Listener<>() {});
  }

  /** A call that nobody answers. */
  private static final class Call extends ServerCall<Empty, Empty> {
    @Override
    public void request(int messages) {}

    @Override
    public void sendHeaders(Metadata headers) {}

    @Override
    public void sendMessage(Empty message) {}

    @Override
    public void close(Status status, Metadata trailers) {}

    @Override
    public boolean isCancelled() {
      return false;
    }

    @Override
    public MethodDescriptor<Empty, Empty> getMethodDescriptor() {
      return MethodDescriptor.<Empty, Empty>newBuilder()
          .setType(MethodDescriptor.MethodType.UNARY)
          .setFullMethodName("test.Service/Do")
          .setRequestMarshaller(ProtoUtils.marshaller(Empty.getDefaultInstance()))
          .setResponseMarshaller(ProtoUtils.marshaller(Empty.getDefaultInstance()))
          .build();
    }
  }
}
