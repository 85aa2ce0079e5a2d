package org.supportcenter.gateway.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ChannelLogger;
import io.grpc.EquivalentAddressGroup;
import io.grpc.NameResolver;
import io.grpc.NameResolverRegistry;
import io.grpc.Status;
import io.grpc.SynchronizationContext;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class EngineAddressesTest {
  private final Queue<Runnable> lookups = new ArrayDeque<>();
  private final List<NameResolver.ResolutionResult> told = new ArrayList<>();

  @Test
  void namesAreLookedUpOneAtATimeAndAgainWhenAsked() {
    var resolver = started("127.0.0.1:9090");
    resolver.refresh();
    resolver.refresh();
    assertThat(lookups).hasSize(1);

    lookups.remove().run();
    resolver.refresh();
    assertThat(lookups).hasSize(1);
  }

  @Test
  void whatIsKnownAlreadyIsNotToldAgain() {
    var resolver = started("127.0.0.1:9090,127.0.0.2:9091");
    lookups.remove().run();
    resolver.refresh();
    lookups.remove().run();

    assertThat(told).hasSize(1);
    assertThat(told.getFirst().getAddressesOrError().getValue())
        .containsExactly(
            new EquivalentAddressGroup(new InetSocketAddress("127.0.0.1", 9090)),
            new EquivalentAddressGroup(new InetSocketAddress("127.0.0.2", 9091)));
  }

  private NameResolver started(String engines) {
    var target = URI.create(EngineAddresses.target(List.of(engines.split(","))));
    var resolver =
        NameResolverRegistry.getDefaultRegistry().asFactory().newNameResolver(target, arguments());
    resolver.start(
        new NameResolver.Listener2() {
          @Override
          public void onResult(NameResolver.ResolutionResult result) {
            told.add(result);
          }

          @Override
          public void onError(Status error) {
            throw error.asRuntimeException();
          }
        });
    return resolver;
  }

  private NameResolver.Args arguments() {
    return NameResolver.Args.newBuilder()
        .setDefaultPort(0)
        .setProxyDetector(address -> null)
        .setSynchronizationContext(new SynchronizationContext((_, thrown) -> rethrow(thrown)))
        .setServiceConfigParser(
            new NameResolver.ServiceConfigParser() {
              @Override
              public NameResolver.ConfigOrError parseServiceConfig(Map<String, ?> raw) {
                return NameResolver.ConfigOrError.fromConfig(raw);
              }
            })
        .setChannelLogger(
            new ChannelLogger() {
              @Override
              public void log(ChannelLogLevel level, String message) {}

              @Override
              public void log(ChannelLogLevel level, String format, Object... arguments) {}
            })
        .setOffloadExecutor(lookups::add)
        .build();
  }

  private static void rethrow(Throwable thrown) {
    throw new AssertionError(thrown);
  }
}
