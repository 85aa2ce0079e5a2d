package org.supportcenter.engine.call;

import build.buf.protovalidate.Config;
import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.CompilationException;
import build.buf.protovalidate.exceptions.ValidationException;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.List;
import org.supportcenter.domain.refusal.Refusal;

/** Refuses requests that do not have the shape the protos ask for, naming every bad field. */
public final class Shape implements ServerInterceptor {

  private final Validator validator;

  private Shape(Validator validator) {
    this.validator = validator;
  }

  /**
   * Knows the rules of these requests from the start, so that the first call need not wait.
   *
   * @throws IllegalStateException if a rule in the protos is broken, or a request was forgotten
   */
  public static Shape of(List<Descriptor> requests) {
    var config = Config.newBuilder().setEnableNativeRules(true).build();
    try {
      return new Shape(
          ValidatorFactory.newBuilder().withConfig(config).buildWithDescriptors(requests, false));
    } catch (CompilationException broken) {
      throw new IllegalStateException("A validation rule in the protos is broken", broken);
    }
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
      @Override
      public void onMessage(Q message) {
        check((Message) message);
        super.onMessage(message);
      }
    };
  }

  /** Refuses one that has not. */
  void check(Message request) {
    try {
      var result = validator.validate(request);
      if (!result.isSuccess()) {
        var type = request.getDescriptorForType();
        var problems =
            result.getViolations().stream()
                .map(violation -> ShapeProblems.problem(violation, type))
                .toList();
        throw new Refusal.FieldsInvalid(problems).asException();
      }
    } catch (ValidationException fault) {
      throw new IllegalStateException("A request cannot be validated", fault);
    }
  }
}
