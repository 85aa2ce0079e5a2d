package org.supportcenter.engine;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.engine.access.Credentials;
import org.supportcenter.engine.call.CallLog;
import org.supportcenter.engine.call.CallerInterceptor;
import org.supportcenter.engine.call.Draining;
import org.supportcenter.engine.call.ErrorInterceptor;
import org.supportcenter.engine.call.Overload;
import org.supportcenter.engine.call.Shape;
import org.supportcenter.engine.ops.Metrics;

/**
 * Where calls come in: the gRPC port, and gRPC's in-process transport for callers in the same
 * process. Our services stand behind the interceptors, health and reflection do not.
 */
final class Listener {
  private static final Logger log = LoggerFactory.getLogger(Listener.class);

  private static final int MAX_MESSAGE_BYTES = 4 * 1024 * 1024;
  private static final int SHORTEST_KEEPALIVE_SECONDS = 10;
  private static final Duration CUT_OFF_WITHIN = Duration.ofSeconds(1);

  private final Server network;
  private final Server inProcess;
  private final String inProcessName;

  private Listener(Server network, Server inProcess, String inProcessName) {
    this.network = network;
    this.inProcess = inProcess;
    this.inProcessName = inProcessName;
  }

  /**
   * Listens.
   *
   * @throws IOException when the address is taken or not this machine's
   */
  static Listener start(
      InetSocketAddress address,
      CallThreads executor,
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
      new Overload(executor::waiting),
      new CallerInterceptor(credentials, definitions),
      shape(definitions),
    };
    var answered = new ArrayList<ServerServiceDefinition>();
    answered.add(health.getHealthService().bindService());
    answered.add(ProtoReflectionServiceV1.newInstance().bindService());
    for (var definition : definitions) {
      answered.add(ServerInterceptors.interceptForward(definition, interceptors));
    }
    var network =
        NettyServerBuilder.forAddress(address)
            .executor(executor)
            .maxInboundMessageSize(MAX_MESSAGE_BYTES)
            .permitKeepAliveTime(SHORTEST_KEEPALIVE_SECONDS, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .addServices(answered)
            .build();
    var name = InProcessServerBuilder.generateName();
    var inProcess =
        InProcessServerBuilder.forName(name).executor(executor).addServices(answered).build();
    var listener = new Listener(network, inProcess, name);
    try {
      network.start();
      inProcess.start();
    } catch (IOException | RuntimeException | Error failure) {
      listener.cutOff();
      throw failure;
    }
    return listener;
  }

  /** The gRPC port. */
  int port() {
    return network.getPort();
  }

  /** Name of the in-process transport. */
  String inProcessName() {
    return inProcessName;
  }

  /** Everything that is answered. */
  List<ServerServiceDefinition> services() {
    return network.getImmutableServices();
  }

  /** Takes no new calls, lets those there are finish, and cuts off what takes longer. */
  void stop(Duration timeout) {
    network.shutdown();
    inProcess.shutdown();
    var end = System.nanoTime() + timeout.toNanos();
    try {
      var networkDone = await(network, end);
      var inProcessDone = await(inProcess, end);
      if (!networkDone || !inProcessDone) {
        log.warn("Calls that did not finish in time are cut off");
        cutOff();
        network.awaitTermination(CUT_OFF_WITHIN.toNanos(), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException hurry) {
      cutOff();
      Thread.currentThread().interrupt();
    }
  }

  private void cutOff() {
    network.shutdownNow();
    inProcess.shutdownNow();
  }

  private static boolean await(Server server, long end) throws InterruptedException {
    return server.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
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
