package org.supportcenter.gateway.rpc;

import io.grpc.EquivalentAddressGroup;
import io.grpc.NameResolver;
import io.grpc.NameResolverProvider;
import io.grpc.NameResolverRegistry;
import io.grpc.Status;
import io.grpc.StatusOr;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Resolves a list of {@code host:port} to every address behind each of them, again whenever a
 * connection is lost. A host that is not known is left out while others are.
 */
final class EngineAddresses extends NameResolverProvider {
  private static final String SCHEME = "engines";

  static {
    NameResolverRegistry.getDefaultRegistry().register(new EngineAddresses());
  }

  private record HostAndPort(String host, int port) {
    static HostAndPort parse(String address) {
      var colon = address.lastIndexOf(':');
      try {
        if (colon > 0) {
          var host = address.substring(0, colon).replaceAll("^\\[|]$", "");
          return new HostAndPort(host, Integer.parseInt(address.substring(colon + 1)));
        }
      } catch (NumberFormatException notAPort) {
        throw new IllegalArgumentException("engine address " + address + " is not host:port");
      }
      throw new IllegalArgumentException("engine address " + address + " is not host:port");
    }
  }

  private EngineAddresses() {}

  /**
   * The target that stands for these addresses.
   *
   * @throws IllegalArgumentException when one is not {@code host:port}, or there is none
   */
  static String target(List<String> engines) {
    if (engines.isEmpty()) {
      throw new IllegalArgumentException("at least one engine address is needed");
    }
    engines.forEach(HostAndPort::parse);
    try {
      return new URI(SCHEME, "", "/" + String.join(",", engines), null).toString();
    } catch (URISyntaxException notAnAddress) {
      throw new IllegalArgumentException("engine addresses " + engines, notAnAddress);
    }
  }

  @Override
  public NameResolver newNameResolver(URI target, NameResolver.Args args) {
    var engines = target.getPath().substring(1).split(",");
    return new Resolver(
        Stream.of(engines).map(HostAndPort::parse).toList(), args.getOffloadExecutor());
  }

  @Override
  protected boolean isAvailable() {
    return true;
  }

  @Override
  protected int priority() {
    return 5;
  }

  @Override
  public String getDefaultScheme() {
    return SCHEME;
  }

  @Override
  public Collection<Class<? extends SocketAddress>> getProducedSocketAddressTypes() {
    return Set.of(InetSocketAddress.class);
  }

  private static final class Resolver extends NameResolver {
    private final List<HostAndPort> engines;
    private final @Nullable Executor executor;
    private @Nullable Listener2 listener;

    Resolver(List<HostAndPort> engines, @Nullable Executor executor) {
      this.engines = engines;
      this.executor = executor;
    }

    @Override
    public String getServiceAuthority() {
      return "engine";
    }

    @Override
    public void start(Listener2 listener) {
      this.listener = listener;
      refresh();
    }

    @Override
    public void refresh() {
      var to = listener;
      if (to != null && executor != null) {
        executor.execute(
            () ->
                to.onResult(
                    ResolutionResult.newBuilder().setAddressesOrError(resolve(engines)).build()));
      }
    }

    @Override
    public void shutdown() {
      listener = null;
    }
  }

  private static StatusOr<List<EquivalentAddressGroup>> resolve(List<HostAndPort> engines) {
    var found = new LinkedHashSet<EquivalentAddressGroup>();
    var unknown = new LinkedHashSet<String>();
    for (var engine : engines) {
      try {
        for (var address : InetAddress.getAllByName(engine.host())) {
          found.add(new EquivalentAddressGroup(new InetSocketAddress(address, engine.port())));
        }
      } catch (UnknownHostException notFound) {
        unknown.add(engine.host());
      }
    }
    return found.isEmpty()
        ? StatusOr.fromStatus(Status.UNAVAILABLE.withDescription("unknown hosts " + unknown))
        : StatusOr.fromValue(List.copyOf(found));
  }
}
