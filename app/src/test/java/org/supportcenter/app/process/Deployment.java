package org.supportcenter.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.supportcenter.app.console.Ports;
import org.supportcenter.app.testing.ApiDescription;
import org.supportcenter.testkit.PostgresExtension;

/**
 * A deployment as it is run for real: two engines and two gateways, processes of their own, on one
 * PostgreSQL that none of them started.
 */
final class Deployment implements AutoCloseable {
  /** Within which all processes have started, on the busiest of machines. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PostgresExtension postgres;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Integer> ports = new ArrayList<>();
  private final List<Integer> opsPorts = new ArrayList<>();
  private final List<RunningProcess> engines = new ArrayList<>();
  private final List<RunningProcess> gateways = new ArrayList<>();
  private final List<String> addresses = new ArrayList<>();
  private final String key;

  /** Told by a gateway once there is one. */
  private ApiDescription description = new ApiDescription(JSON.createObjectNode());

  Deployment(PostgresExtension postgres) throws Exception {
    this.postgres = postgres;
    RunningProcess.run(environment(), "migrate");
    key = RunningProcess.run(environment(), "keys", "create-tenant", "Example").split(" ")[1];
    try {
      start();
    } catch (Exception | Error failure) {
      close();
      throw failure;
    }
  }

  private void start() throws Exception {
    for (int i = 0; i < 2; i++) {
      ports.add(Ports.anyFree("127.0.0.1"));
      opsPorts.add(Ports.anyFree("127.0.0.1"));
      engines.add(engine(i));
    }
    for (int i = 0; i < 2; i++) {
      var port = Ports.anyFree("127.0.0.1");
      addresses.add("http://127.0.0.1:" + port);
      gateways.add(
          begin(
              "gateway",
              Map.of(
                  "SUPPORT_CENTER_PORT", Integer.toString(port),
                  "SUPPORT_CENTER_ENGINES",
                      "127.0.0.1:%d,127.0.0.1:%d".formatted(ports.get(0), ports.get(1)))));
    }
    awaitCalls();
    description = new ApiDescription(ask("GET", "/openapi.json", ""));
  }

  /** The engines, in the order they were started. */
  List<RunningProcess> engines() {
    return engines;
  }

  List<RunningProcess> gateways() {
    return gateways;
  }

  /** Where the gateways listen. */
  List<String> addresses() {
    return addresses;
  }

  /** Has a process take the place of an engine that ended, on the same ports. */
  void replace(RunningProcess engine) throws Exception {
    var index = engines.indexOf(engine);
    engine.close();
    engines.set(index, engine(index));
    awaitCalls();
  }

  /** Asks a gateway, whose errors have to be documented. */
  HttpResponse<String> send(String method, String url, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return description.checked(client.send(request, BodyHandlers.ofString()));
  }

  /** Asks the first gateway, which has to say yes. */
  JsonNode ask(String method, String path, String body) throws Exception {
    var answer = send(method, addresses.getFirst() + path, body);
    assertThat(answer.statusCode()).as(answer::body).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /** The name of a new technician, who works on weekdays in UTC. */
  String technician() throws Exception {
    return ask("POST", "/v1/technicians", "{\"displayName\": \"Ada\", \"timeZone\": \"Etc/UTC\"}")
        .get("name")
        .asText();
  }

  /** Midnight of the Monday after next week's. */
  static Instant monday() {
    return LocalDate.now(ZoneOffset.UTC)
        .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
        .plusWeeks(1)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }

  /** What configures a process. */
  Map<String, String> environment() {
    return Map.of(
        "DATABASE_URL", url(postgres.serviceRole()),
        "MAILER_DATABASE_URL", url(postgres.mailerRole()),
        "MIGRATION_DATABASE_URL", url(postgres.ownerRole()));
  }

  private String url(String role) {
    return postgres
        .jdbcUrl()
        .replace("jdbc:postgresql://", "postgresql://%s:%s@".formatted(role, postgres.password()));
  }

  private RunningProcess engine(int index) throws Exception {
    return begin(
        "engine",
        Map.of(
            "SUPPORT_CENTER_ENGINE_PORT",
            Integer.toString(ports.get(index)),
            "SUPPORT_CENTER_ENGINE_OPS_PORT",
            Integer.toString(opsPorts.get(index))));
  }

  /** One more process of this deployment. */
  RunningProcess begin(String command, Map<String, String> own) throws Exception {
    var environment = new HashMap<>(environment());
    environment.put("SUPPORT_CENTER_DRAIN_QUIET", "0");
    environment.putAll(own);
    return RunningProcess.begin(environment, command);
  }

  /** Waits until every engine has answered a call of every gateway. */
  private void awaitCalls() throws Exception {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    for (var address : addresses) {
      for (var port : opsPorts) {
        var before = calls(port);
        while (calls(port).equals(before)) {
          engines.forEach(Deployment::assertRuns);
          gateways.forEach(Deployment::assertRuns);
          assertThat(System.nanoTime()).as("not ready yet").isLessThan(deadline);
          text(address + "/v1/technicians");
        }
      }
    }
  }

  /** What an engine counted of its calls; nothing when it does not answer. */
  private List<String> calls(int opsPort) throws InterruptedException {
    return text("http://127.0.0.1:%d/metrics".formatted(opsPort))
        .lines()
        .filter(line -> line.startsWith("supportcenter_calls_seconds_count"))
        .toList();
  }

  private static void assertRuns(RunningProcess process) {
    assertThat(process.isAlive()).as(process::errors).isTrue();
  }

  /** What is answered; nothing while nobody listens. */
  private String text(String url) throws InterruptedException {
    try {
      return send("GET", url, "").body();
    } catch (IOException notYet) {
      return "";
    }
  }

  @Override
  public void close() throws Exception {
    for (var process : gateways) {
      process.close();
    }
    for (var process : engines) {
      process.close();
    }
    client.close();
  }
}
