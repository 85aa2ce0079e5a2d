package org.supportcenter.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.app.console.Ports;
import org.supportcenter.testkit.PostgresExtension;

/**
 * A deployment as it is run for real: two engines and two gateways, processes of their own, on one
 * PostgreSQL that none of them started.
 */
class ProcessesIT {
  private static final int CALLERS = 64;

  /** What a process that SIGTERM stopped ends with: 128 and the number of the signal. */
  private static final int STOPPED = 143;

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final List<RunningProcess> engines = new ArrayList<>();
  private static final List<RunningProcess> gateways = new ArrayList<>();
  private static final List<String> addresses = new ArrayList<>();

  private static String key = "";

  @BeforeAll
  static void deploy() throws Exception {
    RunningProcess.run(environment(), "migrate");
    key = RunningProcess.run(environment(), "keys", "create-tenant", "Example").split(" ")[1];
    var ports = List.of(Ports.anyFree("127.0.0.1"), Ports.anyFree("127.0.0.1"));
    for (int port : ports) {
      engines.add(
          begin(
              "engine",
              Map.of(
                  "SUPPORT_CENTER_ENGINE_PORT",
                  Integer.toString(port),
                  "SUPPORT_CENTER_ENGINE_OPS_PORT",
                  "0")));
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
    for (var address : addresses) {
      awaitReady(address);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    for (var process : gateways) {
      process.close();
    }
    for (var process : engines) {
      process.close();
    }
    CLIENT.close();
  }

  @Test
  void manyCallersOfBothGatewaysGetASlotOnceAndOneEngineIsEnough() throws Exception {
    assertThat(RunningProcess.run(environment(), "check", "--port", "0", "--engine-port", "0"))
        .doesNotContain("FAILED");
    var technician = technician();
    var calls = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < CALLERS; i++) {
      var address = addresses.get(i % addresses.size());
      calls.add(() -> book(address, technician, 10));
    }

    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newFixedThreadPool(CALLERS)) {
      for (var call : threads.invokeAll(calls)) {
        statuses.add(call.get());
      }
    }

    assertThat(statuses).containsOnlyOnce(200).hasSize(CALLERS);
    assertThat(statuses).filteredOn(status -> status != 200).containsOnly(409);

    assertThat(engines.getFirst().stop()).as(engines.getFirst().errors()).isEqualTo(STOPPED);
    for (var address : addresses) {
      assertThat(book(address, technician, 11 + addresses.indexOf(address))).isEqualTo(200);
    }
    assertThat(gateways.getFirst().stop()).as(gateways.getFirst().errors()).isEqualTo(STOPPED);
    assertThat(engines.getLast().isAlive()).isTrue();
  }

  private static String technician() throws Exception {
    var created =
        send(
            "POST",
            addresses.getFirst() + "/v1/technicians",
            "{\"displayName\": \"Ada\", \"timeZone\": \"Etc/UTC\"}");
    return JSON.readTree(created.body()).get("name").asText();
  }

  private static int book(String address, String technician, int hour) throws Exception {
    var start = monday().plus(hour, ChronoUnit.HOURS);
    return send(
            "POST",
            address + "/v1/appointments",
            """
            {"technician": "%s", "startTime": "%s", "duration": "3600s",
             "newCustomer": {"displayName": "Grace"}}
            """
                .formatted(technician, start))
        .statusCode();
  }

  private static HttpResponse<String> send(String method, String url, String body)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  /** Midnight of the Monday after next week's. */
  private static Instant monday() {
    return LocalDate.now(ZoneOffset.UTC)
        .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
        .plusWeeks(1)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }

  private static RunningProcess begin(String command, Map<String, String> own) throws Exception {
    var environment = new HashMap<>(environment());
    environment.put("SUPPORT_CENTER_DRAIN_QUIET", "0");
    environment.putAll(own);
    return RunningProcess.begin(environment, command);
  }

  private static Map<String, String> environment() {
    return Map.of(
        "DATABASE_URL", url(postgres.serviceRole()),
        "MIGRATION_DATABASE_URL", url(postgres.ownerRole()));
  }

  private static String url(String role) {
    return postgres
        .jdbcUrl()
        .replace("jdbc:postgresql://", "postgresql://%s:%s@".formatted(role, postgres.password()));
  }

  private static void awaitReady(String address) throws Exception {
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!isReady(address)) {
      engines.forEach(ProcessesIT::assertRuns);
      gateways.forEach(ProcessesIT::assertRuns);
      assertThat(System.nanoTime()).as("not ready yet").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private static void assertRuns(RunningProcess process) {
    assertThat(process.isAlive()).as(process::errors).isTrue();
  }

  private static boolean isReady(String address) throws InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(address + "/readyz")).build();
    try {
      return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
