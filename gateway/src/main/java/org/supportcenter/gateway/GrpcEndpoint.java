package org.supportcenter.gateway;

import com.linecorp.armeria.common.ContentTooLargeException;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.SerializationFormat;
import com.linecorp.armeria.common.grpc.GrpcExceptionHandlerFunction;
import com.linecorp.armeria.common.grpc.GrpcSerializationFormats;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import com.linecorp.armeria.server.grpc.GrpcService;
import io.grpc.Status;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import java.util.List;
import org.supportcenter.gateway.error.EngineFailures;
import org.supportcenter.gateway.error.Failure;
import org.supportcenter.gateway.ops.ErrorHandler;
import org.supportcenter.gateway.ops.ErrorReplies;
import org.supportcenter.gateway.ops.Readiness;
import org.supportcenter.gateway.ops.RequestTraits;
import org.supportcenter.gateway.rpc.OpenStreams;
import org.supportcenter.gateway.rpc.PassThrough;
import org.supportcenter.gateway.rpc.RpcForwarder;
import org.supportcenter.v1.ErrorReason;

/** gRPC and gRPC-Web: the public services and reflection, passed through; and health. */
final class GrpcEndpoint {
  private static final List<SerializationFormat> FORMATS =
      List.of(
          GrpcSerializationFormats.PROTO,
          GrpcSerializationFormats.PROTO_WEB,
          GrpcSerializationFormats.PROTO_WEB_TEXT);

  private GrpcEndpoint() {}

  static GrpcService of(RpcForwarder forwarder, OpenStreams streams, Readiness readiness) {
    var passThrough = new PassThrough(forwarder, streams);
    var builder =
        GrpcService.builder()
            .addService(readiness.health().getHealthService())
            .addService(passThrough.service(ServerReflectionGrpc.getServiceDescriptor()))
            .addService(
                passThrough.service(
                    io.grpc.reflection.v1alpha.ServerReflectionGrpc.getServiceDescriptor()))
            .supportedSerializationFormats(FORMATS)
            .useMethodMarshaller(true)
            .maxRequestMessageLength(ErrorHandler.LARGEST_BODY_MIB << 20)
            .exceptionHandler(exceptions());
    PublicApi.SERVICES.forEach(service -> builder.addService(passThrough.service(service)));
    return builder.build();
  }

  /** Only gRPC is understood under the names of the services; REST has its own paths. */
  static HttpService refuseOthers(HttpService grpc) {
    return (context, request) -> {
      if (request.method() != HttpMethod.POST) {
        return ErrorReplies.methodNotAllowed(
            context,
            Failure.of(ErrorReason.METHOD_NOT_ALLOWED, "gRPC is called by POST"),
            List.of(HttpMethod.POST.name()));
      }
      var type = request.headers().contentType();
      if (type == null || FORMATS.stream().noneMatch(format -> format.isAccepted(type))) {
        return ErrorReplies.rest(
            context,
            Failure.of(
                ErrorReason.CONTENT_TYPE_UNSUPPORTED,
                "this path takes gRPC and gRPC-Web with protobuf; for REST see /openapi.json"));
      }
      RequestTraits.ofRpc(context, context.path().substring(1));
      return grpc.serve(context, request);
    };
  }

  /** Errors of the gRPC server itself, such as a message that is too large. */
  private static GrpcExceptionHandlerFunction exceptions() {
    return (context, status, cause, trailers) -> {
      var requestId = RequestTraits.requestId((ServiceRequestContext) context);
      var tooLarge =
          status.getCode() == Status.Code.RESOURCE_EXHAUSTED
              || cause instanceof ContentTooLargeException;
      var failure =
          tooLarge ? ErrorHandler.tooLarge() : EngineFailures.of(status, trailers, requestId);
      RequestTraits.ofCode((ServiceRequestContext) context, failure.codeName());
      EngineFailures.putDetails(failure, trailers);
      return EngineFailures.grpcStatus(failure);
    };
  }
}
