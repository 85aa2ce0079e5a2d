package org.supportcenter.gateway;

import com.linecorp.armeria.common.SessionProtocol;
import com.linecorp.armeria.server.Server;
import io.grpc.ManagedChannel;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.gateway.openapi.DocsEndpoints;
import org.supportcenter.gateway.ops.AmbiguousRequests;
import org.supportcenter.gateway.ops.ErrorHandler;
import org.supportcenter.gateway.ops.Front;
import org.supportcenter.gateway.ops.OpsEndpoints;
import org.supportcenter.gateway.ops.Readiness;
import org.supportcenter.gateway.ops.Telemetry;
import org.supportcenter.gateway.rest.RestService;
import org.supportcenter.gateway.rest.RouteTable;
import org.supportcenter.gateway.rpc.EngineChannel;
import org.supportcenter.gateway.rpc.OpenStreams;
import org.supportcenter.gateway.rpc.RpcForwarder;
import org.supportcenter.gateway.unsubscribe.UnsubscribePage;

/** A gateway: gRPC, gRPC-Web and REST on one port, forwarded to the engines. */
public final class GatewayServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(GatewayServer.class);

  /** Room for the framing around a message of the largest size. */
  private static final long LARGEST_REQUEST = (ErrorHandler.LARGEST_BODY_MIB << 20) + 5;

  private static final int LONGEST_LINE = 16 << 10;
  private static final int LARGEST_HEADERS = 32 << 10;
  private static final Pattern AUTHORITY = Pattern.compile("(?i)^https?://[^/?#]+");

  private final GatewayConfig config;
  private final ManagedChannel engine;
  private final Readiness readiness;
  private final OpenStreams streams;
  private final Server server;

  /** Wires a gateway; it listens once started. */
  public GatewayServer(GatewayConfig config) {
    this(config, EngineChannel.open(config.engines()));
  }

  /**
   * Wires a gateway to an engine in the same process.
   *
   * @param engine name of the engine's in-process transport
   */
  public static GatewayServer besideEngine(GatewayConfig config, String engine) {
    return new GatewayServer(config, EngineChannel.inProcess(engine));
  }

  private GatewayServer(GatewayConfig config, ManagedChannel engine) {
    this.config = config;
    this.engine = engine;
    this.readiness = new Readiness(engine);
    var forwarder = new RpcForwarder(engine, config.requestTimeout());
    this.streams = new OpenStreams();
    var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var routes = new RouteTable(PublicApi.SERVICES);
    var rest = new RestService(routes, forwarder, streams);

    var builder =
        Server.builder()
            .port(new InetSocketAddress(config.address(), config.port()), SessionProtocol.HTTP)
            .maxRequestLength(LARGEST_REQUEST)
            // The engine's deadline comes first; this one is for bodies that never end.
            .requestTimeout(config.requestTimeout().plusSeconds(5))
            // With a quiet time of zero Armeria would not wait for requests at all.
            .gracefulShutdownTimeoutMillis(10, Math.max(10, config.drainTimeout().toMillis()))
            .http1MaxInitialLineLength(LONGEST_LINE)
            .http1MaxHeaderSize(LARGEST_HEADERS)
            .http2MaxHeaderListSize(LARGEST_HEADERS)
            .childChannelPipelineCustomizer(
                pipeline -> pipeline.addFirst(new AmbiguousRequests(LONGEST_LINE, LARGEST_HEADERS)))
            .absoluteUriTransformer(GatewayServer::withoutAuthority)
            .disableServerHeader()
            .errorHandler(new ErrorHandler());
    OpsEndpoints.add(builder, readiness, metrics);
    DocsEndpoints.add(builder, routes.routes());
    UnsubscribePage.add(builder, engine, config.requestTimeout());
    builder.service(GrpcEndpoint.of(forwarder, streams, readiness), GrpcEndpoint::refuseOthers);
    builder.serviceUnder("/", rest);
    var cors = Cors.decorator(config.corsOrigins());
    if (cors != null) {
      builder.decorator(cors);
    }
    builder.decorator(new Front(readiness));
    builder.decorator(new Telemetry(metrics));
    this.server = builder.build();
  }

  /**
   * The target of a request that was sent as to a proxy: there is one host here, under any name.
   */
  private static String withoutAuthority(String uri) {
    var path = AUTHORITY.matcher(uri).replaceFirst("");
    return path.isEmpty() || path.startsWith("?") ? "/" + path : path;
  }

  /**
   * Starts to listen. Does not wait for an engine: until one answers, {@code /readyz} says so.
   *
   * @throws UncheckedIOException when the address is taken or not this machine's
   */
  public void start() {
    try {
      server.start().join();
    } catch (CompletionException failed) {
      engine.shutdownNow();
      var place = config.address() + ":" + config.port();
      throw new UncheckedIOException(
          new IOException("the gateway cannot listen on " + place, failed.getCause()));
    }
    log.atInfo().addKeyValue("port", port()).log("gateway is listening");
  }

  /** Whether requests would be served now, as {@code /readyz} says. */
  public boolean isReady() {
    return readiness.isReady();
  }

  /** The port listened on. */
  public int port() {
    return server.activeLocalPort();
  }

  /**
   * Drains and stops: no longer ready, then quiet for the configured period, then new requests are
   * refused, those under way end, and streams are closed.
   */
  public void stop() {
    readiness.leave();
    try {
      TimeUnit.NANOSECONDS.sleep(config.drainQuietPeriod().toNanos());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    readiness.refuse();
    streams.endAll();
    server.stop().join();
    engine.shutdownNow();
    log.info("gateway has stopped");
  }

  @Override
  public void close() {
    stop();
  }
}
