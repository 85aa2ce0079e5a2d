package org.supportcenter.engine.testing;

import static java.util.Objects.requireNonNull;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.ErrorInfo;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.MetadataUtils;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.supportcenter.engine.EngineConfig;
import org.supportcenter.engine.EngineServer;
import org.supportcenter.testkit.PostgresExtension;
import org.supportcenter.testkit.SeededKey;
import org.supportcenter.testkit.Seeds;
import org.supportcenter.testkit.TestClock;

/**
 * A real engine on a free port for each test class, with a database of its own and a clock that
 * stands still:
 *
 * <pre>{@code
 * @RegisterExtension static final EngineExtension engine = new EngineExtension();
 * }</pre>
 */
public final class EngineExtension implements BeforeAllCallback, AfterAllCallback {

  /** A Monday, when the clock starts. */
  public static final String START = "2027-03-01T08:00:00Z";

  private final PostgresExtension postgres = new PostgresExtension();
  private final TestClock clock = TestClock.at(START);

  private @Nullable EngineServer server;
  private @Nullable ManagedChannel channel;

  @Override
  public void beforeAll(ExtensionContext context) {
    postgres.beforeAll(context);
    server = start();
    channel = channelTo(server);
  }

  @Override
  public void afterAll(ExtensionContext context) throws InterruptedException {
    var open = requireNonNull(channel);
    open.shutdownNow();
    open.awaitTermination(5, TimeUnit.SECONDS);
    requireNonNull(server).close();
    postgres.afterAll(context);
  }

  /** One more engine on the same database; the caller closes it. */
  public EngineServer start() {
    return EngineServer.start(config(), clock);
  }

  /** What an engine on the same database needs to know. */
  public EngineConfig config() {
    var anyPort = new InetSocketAddress("127.0.0.1", 0);
    var database =
        new EngineConfig.Postgres(postgres.jdbcUrl(), postgres.serviceRole(), postgres.password());
    return EngineConfig.of(anyPort, anyPort, database);
  }

  /** A connection to an engine that minds undocumented errors; the caller closes it. */
  public static ManagedChannel channelTo(EngineServer server) {
    return NettyChannelBuilder.forAddress("127.0.0.1", server.port())
        .usePlaintext()
        .intercept(new DocumentedErrors())
        .build();
  }

  /** Calls without a credential. */
  public Channel anonymous() {
    return requireNonNull(channel);
  }

  /** Calls with a key. */
  public Channel as(SeededKey key) {
    return with("authorization", "Bearer " + key.secret());
  }

  /** Calls with one header. */
  public Channel with(String header, String value) {
    return with(anonymous(), header, value);
  }

  /** Adds a header to the calls of a channel. */
  public static Channel with(Channel channel, String header, String value) {
    var headers = new Metadata();
    headers.put(Metadata.Key.of(header, Metadata.ASCII_STRING_MARSHALLER), value);
    return ClientInterceptors.intercept(
        channel, MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  /** The engine. */
  public EngineServer server() {
    return requireNonNull(server);
  }

  /** What the engine takes for now. */
  public TestClock clock() {
    return clock;
  }

  /** What tests put into the database before they begin. */
  public Seeds seeds() {
    return postgres.seeds();
  }

  /** The database. */
  public PostgresExtension postgres() {
    return postgres;
  }

  /** The one ErrorInfo of an error. */
  public static ErrorInfo info(StatusRuntimeException error) {
    return requireNonNull(detail(error, ErrorInfo.class), error::getMessage);
  }

  /** The detail of that type in an error; null if there is none. */
  public static <M extends Message> @Nullable M detail(
      StatusRuntimeException error, Class<M> type) {
    var status = StatusProto.fromThrowable(error);
    var details = status == null ? List.<Any>of() : status.getDetailsList();
    for (var detail : details) {
      if (detail.is(type)) {
        try {
          return detail.unpack(type);
        } catch (InvalidProtocolBufferException damaged) {
          throw new IllegalStateException(damaged);
        }
      }
    }
    return null;
  }
}
