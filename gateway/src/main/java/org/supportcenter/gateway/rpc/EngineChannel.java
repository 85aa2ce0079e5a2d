package org.supportcenter.gateway.rpc;

import static java.util.concurrent.TimeUnit.DAYS;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.linecorp.armeria.common.CommonPools;
import io.grpc.ManagedChannel;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.util.List;
import java.util.Map;

/** Opens the channel to the engines: all of them in turn, only those that say they are serving. */
public final class EngineChannel {
  /** Answers may be larger than requests: a page holds up to 1,000 resources. */
  private static final int LARGEST_ANSWER = 64 << 20;

  /** Refusals name every broken rule in their trailers. */
  private static final int LARGEST_METADATA = 256 << 10;

  private EngineChannel() {}

  /** Opens a channel to these engines, each {@code host:port}. Does not wait for a connection. */
  public static ManagedChannel open(List<String> engines) {
    var channel =
        NettyChannelBuilder.forTarget(EngineAddresses.target(engines))
            .usePlaintext()
            // The callbacks only parse and hand on, so they may run on the I/O threads.
            .directExecutor()
            .keepAliveTime(30, SECONDS)
            .keepAliveTimeout(10, SECONDS)
            .maxInboundMessageSize(LARGEST_ANSWER)
            .maxInboundMetadataSize(LARGEST_METADATA)
            // Never idle: the state of the channel is what readiness goes by.
            .idleTimeout(365, DAYS)
            // Retries stay at grpc-java's own transparent ones, of calls that no engine has seen.
            .defaultServiceConfig(
                Map.of(
                    "loadBalancingConfig",
                    List.of(Map.of("round_robin", Map.of())),
                    "healthCheckConfig",
                    Map.of("serviceName", "")))
            .build();
    channel.getState(true);
    keepTrying(channel);
    return channel;
  }

  /**
   * Tries engines that cannot be reached every second, until the channel is shut down. gRPC alone
   * waits longer each time, in the end two minutes, and an engine that has been back for as long
   * gets no calls when the others are replaced.
   */
  private static void keepTrying(ManagedChannel channel) {
    if (!channel.isShutdown()) {
      channel.resetConnectBackoff();
      var _ = CommonPools.blockingTaskExecutor().schedule(() -> keepTrying(channel), 1, SECONDS);
    }
  }

  /** Opens a channel to the engine of that name in this process, which needs no network. */
  public static ManagedChannel inProcess(String name) {
    var channel =
        InProcessChannelBuilder.forName(name)
            .directExecutor()
            .maxInboundMessageSize(LARGEST_ANSWER)
            .maxInboundMetadataSize(LARGEST_METADATA)
            .idleTimeout(365, DAYS)
            .build();
    channel.getState(true);
    return channel;
  }
}
