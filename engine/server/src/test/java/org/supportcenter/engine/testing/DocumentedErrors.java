package org.supportcenter.engine.testing;

import com.google.api.AnnotationsProto;
import com.google.api.HttpRule;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.grpc.protobuf.StatusProto;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.supportcenter.v1.Authorization;
import org.supportcenter.v1.ErrorReason;
import org.supportcenter.v1.ErrorReasonOuterClass;
import org.supportcenter.v1.Errors;

/**
 * Lets no error pass that the protos do not tell of its method: the call ends with one that no test
 * expects instead. The gateway reads the same options for the API description.
 */
final class DocumentedErrors implements ClientInterceptor {

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      io.grpc.MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<A> listener, Metadata headers) {
        super.start(
            new SimpleForwardingClientCallListener<>(listener) {
              @Override
              public void onClose(Status status, Metadata trailers) {
                var reason = reason(status, trailers);
                if (reason == null || isDocumented(method, reason)) {
                  super.onClose(status, trailers);
                } else {
                  var problem = "%s is no documented error of %s";
                  super.onClose(
                      Status.UNKNOWN.withDescription(
                          problem.formatted(reason, method.getFullMethodName())),
                      new Metadata());
                }
              }
            },
            headers);
      }
    };
  }

  /** The reason of an error; null when it has none, or is none of ours. */
  private static @Nullable ErrorReason reason(Status status, Metadata trailers) {
    var details = StatusProto.fromStatusAndTrailers(status, trailers).getDetailsList();
    try {
      return details.isEmpty()
          ? null
          : ErrorReason.valueOf(details.getFirst().unpack(ErrorInfo.class).getReason());
    } catch (InvalidProtocolBufferException damaged) {
      throw new IllegalStateException(damaged);
    }
  }

  private static boolean isDocumented(io.grpc.MethodDescriptor<?, ?> method, ErrorReason reason) {
    if (!(method.getSchemaDescriptor() instanceof ProtoMethodDescriptorSupplier proto)) {
      return true;
    }
    var descriptor = proto.getMethodDescriptor();
    var named = descriptor.getOptions().getExtension(ErrorReasonOuterClass.errors);
    var occasion =
        reason.getValueDescriptor().getOptions().getExtension(ErrorReasonOuterClass.occasion);
    return named.getReasonsList().contains(reason) || follows(occasion, descriptor, named);
  }

  private static boolean follows(Errors.Occasion occasion, MethodDescriptor method, Errors named) {
    var access = method.getOptions().getExtension(Authorization.access);
    var http = method.getOptions().getExtension(AnnotationsProto.http);
    return switch (occasion) {
      case EVERY_CALL -> true;
      case CREDENTIAL -> !access.getPublic();
      case SCOPE -> access.getAnyScopeCount() > 0;
      case NAME -> namesAResource(http) && !named.getAlwaysFound();
      case PAGE_TOKEN, ORDER_BY, UPDATE_MASK, REQUEST_ID ->
          has(method, occasion.name().toLowerCase(Locale.ROOT));
      case ETAG -> has(method, "etag") || has(method, "update_mask");
      case WRITE -> has(method, "request_id") || !http.getDelete().isEmpty();
      case RULE -> named.getRules();
      case NO_METHOD, OCCASION_UNSPECIFIED, NEVER, UNRECOGNIZED -> false;
    };
  }

  private static boolean namesAResource(HttpRule http) {
    return http.getAllFields().values().stream()
        .anyMatch(value -> value instanceof String path && path.contains("{"));
  }

  private static boolean has(MethodDescriptor method, String field) {
    return method.getInputType().findFieldByName(field) != null;
  }
}
