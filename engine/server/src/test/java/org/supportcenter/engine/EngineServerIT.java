package org.supportcenter.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.supportcenter.engine.testing.Calls.code;
import static org.supportcenter.engine.testing.Calls.reason;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.supportcenter.compose.LanguageFileException;
import org.supportcenter.domain.access.Role;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.runtime.network.AddressPolicy;
import org.supportcenter.v1.AccessServiceGrpc;
import org.supportcenter.v1.ListApiKeysRequest;
import org.supportcenter.v1.WhoAmIRequest;

class EngineServerIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private static final InetSocketAddress ANY_PORT = new InetSocketAddress("127.0.0.1", 0);

  @Test
  void healthAndReadinessAreToldOverHttp() throws Exception {
    assertThat(get("/healthz")).isEqualTo("200 ok\n");
    assertThat(get("/readyz")).isEqualTo("200 ready\n");
    assertThat(get("/healthz/more")).startsWith("404");
  }

  @Test
  void callsAndRefusalsAreCounted() throws Exception {
    var key = engine.seeds().key(engine.seeds().tenant(), Role.MANAGER);
    var access = AccessServiceGrpc.newBlockingStub(engine.as(key));
    access.whoAmI(WhoAmIRequest.getDefaultInstance());
    var list = ListApiKeysRequest.getDefaultInstance();
    assertThat(reason(() -> access.listApiKeys(list))).isEqualTo("NOT_ALLOWED");

    assertThat(get("/metrics"))
        .contains("supportcenter_calls_seconds_count{code=\"OK\",method=\"WhoAmI\"}")
        .contains("supportcenter_calls_seconds_count{code=\"PERMISSION_DENIED\"")
        .contains("supportcenter_refusals_total{reason=\"NOT_ALLOWED\"}")
        .contains("supportcenter_pool_max")
        .contains("supportcenter_call_queue")
        .contains("jvm_memory_used_bytes");
  }

  @Test
  void theHealthServiceAnswersWithoutACredential() {
    var health =
        HealthGrpc.newBlockingStub(engine.anonymous())
            .check(HealthCheckRequest.getDefaultInstance());

    assertThat(health.getStatus()).isEqualTo(ServingStatus.SERVING);
  }

  @Test
  void aDrainedEngineTakesNoMoreCalls() throws Exception {
    var key = engine.seeds().key(engine.seeds().tenant(), Role.ADMIN);
    try (var second = engine.start()) {
      var channel = EngineExtension.channelTo(second);
      var access =
          AccessServiceGrpc.newBlockingStub(
              EngineExtension.with(channel, "x-api-key", key.secret()));
      access.whoAmI(WhoAmIRequest.getDefaultInstance());

      second.close();

      assertThat(code(() -> access.whoAmI(WhoAmIRequest.getDefaultInstance())))
          .isEqualTo(Status.Code.UNAVAILABLE);
      channel.shutdownNow();
      assertThatThrownBy(() -> get(second.opsPort(), "/healthz")).isInstanceOf(IOException.class);
    }
    AccessServiceGrpc.newBlockingStub(engine.as(key)).whoAmI(WhoAmIRequest.getDefaultInstance());
  }

  @Test
  void anEngineThatIsAboutToDrainSaysSoAndStillTakesCalls() throws Exception {
    var config =
        new EngineConfig(
            ANY_PORT,
            ANY_PORT,
            database(engine.postgres().serviceRole()),
            2,
            Duration.ofMinutes(1),
            Duration.ofSeconds(5),
            null,
            AddressPolicy.allowing(""));
    var key = engine.seeds().key(engine.seeds().tenant(), Role.ADMIN);
    var leaving = EngineServer.start(config, engine.clock());
    var channel = EngineExtension.channelTo(leaving);
    var closing = Thread.ofVirtual().start(leaving::close);

    var ready = "200";
    while (!ready.startsWith("503")) {
      ready = get(leaving.opsPort(), "/readyz");
    }
    AccessServiceGrpc.newBlockingStub(EngineExtension.with(channel, "x-api-key", key.secret()))
        .whoAmI(WhoAmIRequest.getDefaultInstance());

    assertThat(get(leaving.opsPort(), "/healthz")).startsWith("200");
    closing.interrupt();
    closing.join();
    channel.shutdownNow();
  }

  @Test
  void aRequestThatIsTooLargeDoesNotReachAnyone() {
    var key = engine.seeds().key(engine.seeds().tenant(), Role.ADMIN);
    var access = AccessServiceGrpc.newBlockingStub(engine.as(key));
    var huge = ListApiKeysRequest.newBuilder().setPageToken("x".repeat(5 * 1024 * 1024)).build();

    assertThat(
            catchThrowableOfType(StatusRuntimeException.class, () -> access.listApiKeys(huge))
                .getStatus()
                .getCode())
        .isIn(Status.Code.RESOURCE_EXHAUSTED, Status.Code.CANCELLED);
  }

  @Test
  void aPortThatIsTakenIsSaidInOneSentence() {
    var taken = new InetSocketAddress("127.0.0.1", engine.server().port());
    var config = EngineConfig.of(taken, ANY_PORT, database(engine.postgres().serviceRole()));

    assertThatThrownBy(() -> EngineServer.start(config, InstantSource.system()))
        .isInstanceOf(EngineStartException.class)
        .hasMessageContaining("Cannot listen");
  }

  @Test
  void aStartThatFailsForAnyOtherReasonLeavesNoConnectionOpen(@TempDir Path languages)
      throws Exception {
    Files.writeString(languages.resolve("mail_fr.properties"), "no.such.words = Bonjour");
    var marked =
        new EngineConfig.Postgres(
            engine.postgres().jdbcUrl() + "?ApplicationName=failed-start",
            engine.postgres().serviceRole(),
            engine.postgres().password());
    var config = EngineConfig.of(ANY_PORT, ANY_PORT, marked).withMailLanguages(languages);

    assertThatThrownBy(() -> EngineServer.start(config, InstantSource.system()))
        .isInstanceOf(LanguageFileException.class);

    var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (connections("failed-start") > 0) {
      assertThat(System.nanoTime()).as("patience").isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  @Test
  void aPortThatIsTakenLeavesNeitherThreadsNorTheOtherPortOpen() throws Exception {
    int ops;
    try (var free = new ServerSocket(0)) {
      ops = free.getLocalPort();
    }
    var taken = new InetSocketAddress("127.0.0.1", engine.server().port());
    var opsAddress = new InetSocketAddress("127.0.0.1", ops);
    var config = EngineConfig.of(taken, opsAddress, database(engine.postgres().serviceRole()));
    var before = Thread.getAllStackTraces().keySet();

    assertThatThrownBy(() -> EngineServer.start(config, InstantSource.system()))
        .isInstanceOf(EngineStartException.class);

    assertThatThrownBy(() -> get(ops, "/healthz")).isInstanceOf(IOException.class);
    for (var thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("call-") && !before.contains(thread)) {
        assertThat(thread.join(Duration.ofSeconds(10))).as(thread.getName()).isTrue();
      }
    }
  }

  private static int connections(String application) throws SQLException {
    try (var connection = engine.postgres().owner().getConnection();
        var count =
            connection.prepareStatement(
                "SELECT count(*) FROM pg_stat_activity WHERE application_name = ?")) {
      count.setString(1, application);
      try (var rows = count.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  @Test
  void aDatabaseThatCannotBeReachedIsSaidInOneSentence() {
    var nowhere = new EngineConfig.Postgres("jdbc:postgresql://127.0.0.1:1/x", "me", "secret");

    assertThatThrownBy(
            () ->
                EngineServer.start(
                    EngineConfig.of(ANY_PORT, ANY_PORT, nowhere), InstantSource.system()))
        .isInstanceOf(EngineStartException.class)
        .hasMessageContaining("Cannot connect to jdbc:postgresql://127.0.0.1:1/x as me")
        .hasMessageNotContaining("secret");
  }

  private static EngineConfig.Postgres database(String user) {
    return new EngineConfig.Postgres(
        engine.postgres().jdbcUrl(), user, engine.postgres().password());
  }

  private static String get(String path) throws Exception {
    return get(engine.server().opsPort(), path);
  }

  private static String get(int port, String path) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path))).build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofString(UTF_8));
      return answer.statusCode() + " " + answer.body();
    }
  }
}
