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
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Resolves a list of {@code host:port} to every address behind each of them, again whenever gRPC
 * asks. A host that is not known is left out while others are.
 */
final class EngineAddresses extends NameResolverProvider {
  private static final Logger log = LoggerFactory.getLogger(EngineAddresses.class);
  private static final String SCHEME = "engines";
  private static final int LARGEST_PORT = 65_535;

  static {
    NameResolverRegistry.getDefaultRegistry().register(new EngineAddresses());
  }

  private record HostAndPort(String host, int port) {
    private static final Pattern SHAPE =
        Pattern.compile("(?<host>[^\\[\\]:/]+|\\[(?<literal>[^]]+)]):(?<port>\\d{1,5})");

    static HostAndPort parse(String address) {
      var shape = SHAPE.matcher(address);
      if (!shape.matches() || Integer.parseInt(shape.group("port")) > LARGEST_PORT) {
        throw new IllegalArgumentException(
            "The engine address %s is not host:port".formatted(address));
      }
      return new HostAndPort(
          Objects.requireNonNullElse(shape.group("literal"), shape.group("host")),
          Integer.parseInt(shape.group("port")));
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
      throw new IllegalArgumentException("At least one engine address is needed");
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
    private @Nullable Resolution told;
    private final AtomicBoolean isLooking = new AtomicBoolean();

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
      // gRPC asks every second: where names are slow to look up, one look at a time is enough.
      if (to != null && executor != null && isLooking.compareAndSet(false, true)) {
        executor.execute(() -> look(to));
      }
    }

    private void look(Listener2 to) {
      try {
        tell(to, Resolution.of(engines));
      } finally {
        isLooking.set(false);
      }
    }

    /** What gRPC knows already is not told again, since it asks every second. */
    private synchronized void tell(Listener2 to, Resolution now) {
      if (!now.equals(told)) {
        told = now;
        if (!now.unknown().isEmpty()) {
          log.warn("Engine hosts that are not known: {}", String.join(", ", now.unknown()));
        }
        to.onResult(ResolutionResult.newBuilder().setAddressesOrError(now.answer()).build());
      }
    }

    @Override
    public void shutdown() {
      listener = null;
    }
  }

  /** What is behind the hosts now, and which of them nobody knows. */
  private record Resolution(Set<EquivalentAddressGroup> found, Set<String> unknown) {
    static Resolution of(List<HostAndPort> engines) {
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
      return new Resolution(found, unknown);
    }

    StatusOr<List<EquivalentAddressGroup>> answer() {
      return found.isEmpty()
          ? StatusOr.fromStatus(Status.UNAVAILABLE.withDescription("unknown hosts " + unknown))
          : StatusOr.fromValue(List.copyOf(found));
    }
  }
}
