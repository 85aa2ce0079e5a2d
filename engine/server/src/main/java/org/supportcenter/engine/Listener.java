package org.supportcenter.engine;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.supportcenter.engine.access.Credentials;
import org.supportcenter.engine.call.CallLog;
import org.supportcenter.engine.call.CallerInterceptor;
import org.supportcenter.engine.call.Draining;
import org.supportcenter.engine.call.ErrorInterceptor;
import org.supportcenter.engine.call.Shape;
import org.supportcenter.engine.ops.Metrics;

/** The gRPC port: our services behind the interceptors, and health and reflection without them. */
final class Listener {

  private static final int MAX_MESSAGE_BYTES = 4 * 1024 * 1024;
  private static final int SHORTEST_KEEPALIVE_SECONDS = 10;

  private Listener() {}

  static Server start(
      InetSocketAddress address,
      Executor executor,
      List<BindableService> services,
      Credentials credentials,
      Draining draining,
      Metrics metrics,
      HealthStatusManager health)
      throws IOException {
    var definitions = services.stream().map(BindableService::bindService).toList();
    ServerInterceptor[] interceptors = {
      new CallLog(metrics),
      new ErrorInterceptor(),
      draining,
      new CallerInterceptor(credentials, definitions),
      shape(definitions),
    };
    var builder =
        NettyServerBuilder.forAddress(address)
            .executor(executor)
            .maxInboundMessageSize(MAX_MESSAGE_BYTES)
            .permitKeepAliveTime(SHORTEST_KEEPALIVE_SECONDS, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .addService(health.getHealthService())
            .addService(ProtoReflectionServiceV1.newInstance());
    for (var definition : definitions) {
      builder.addService(ServerInterceptors.interceptForward(definition, interceptors));
    }
    return builder.build().start();
  }

  private static Shape shape(List<ServerServiceDefinition> definitions) {
    return Shape.of(
        definitions.stream()
            .flatMap(service -> service.getMethods().stream())
            .map(method -> method.getMethodDescriptor().getSchemaDescriptor())
            .filter(ProtoMethodDescriptorSupplier.class::isInstance)
            .map(ProtoMethodDescriptorSupplier.class::cast)
            .map(method -> method.getMethodDescriptor().getInputType())
            .distinct()
            .toList());
  }
}
