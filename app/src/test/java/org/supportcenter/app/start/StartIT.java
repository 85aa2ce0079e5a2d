package org.supportcenter.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportcenter.app.testing.Processes;

class StartIT {
  @TempDir Path directory;

  @Test
  void theFirstStartPrintsLinesThatWorkAndTheNextOneKeepsWhatTheyBooked() throws Exception {
    String booked;
    JsonNode first;
    try (var start = RunningStart.ready(directory)) {
      first = start.runFile();
      assertThat(first.get("apiKeys").fieldNames())
          .toIterable()
          .containsExactlyInAnyOrder("admin", "manager", "technician", "integrator");
      assertThat(start.curlLines()).hasSize(3);
      for (var line : start.curlLines()) {
        assertThat(line.send().statusCode()).isEqualTo(200);
      }
      var booking = start.curlLines().getLast();
      booked = json(booking.send().body()).get("name").asText();
      assertThat(json(booking.send().body()).get("name").asText()).isEqualTo(booked);
    }
    assertThat(directory.resolve("run.json")).doesNotExist();
    assertThat(directory.resolve("pgdata/postmaster.pid")).doesNotExist();

    try (var start = RunningStart.ready(directory)) {
      assertThat(start.runFile().get("apiKeys")).isEqualTo(first.get("apiKeys"));
      assertThat(statusOf(start, "manager", "/v1/" + booked)).isEqualTo(200);
      assertThat(statusOfOther(start, "/v1/" + booked)).isEqualTo(404);
      for (var line : start.curlLines()) {
        assertThat(line.send().statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void itSurvivesTheDeathOfPostgresAndItsOwn() throws Exception {
    var killed = RunningStart.ready(directory);
    var booking = killed.curlLines().getLast();
    var booked = json(booking.send().body()).get("name").asText();

    kill(killed.databaseProcess());
    awaitStatus(200, killed, "/v1/" + booked);

    var orphan = killed.databaseProcess();
    killed.kill();
    assertThat(Processes.isRunning(orphan)).isTrue();
    try (var start = RunningStart.ready(directory)) {
      assertThat(Processes.isRunning(orphan)).isFalse();
      assertThat(statusOf(start, "manager", "/v1/" + booked)).isEqualTo(200);
    }
  }

  @Test
  void withoutTheDemoTheLinesWorkTooAndFreshStartsOver() throws Exception {
    String tenant;
    try (var start = RunningStart.ready(directory, "--no-demo")) {
      tenant = start.runFile().get("tenant").asText();
      assertThat(start.curlLines()).hasSize(3);
      for (var line : start.curlLines()) {
        assertThat(line.send().statusCode()).isEqualTo(200);
      }
      var second = RunningStart.begin(directory);
      assertThat(second.awaitEnd()).isEqualTo(1);
      assertThat(onlyLine(second)).contains("Another start (process ").contains("--data-dir");
      assertThat(start.runPath()).exists();
    }
    try (var start = RunningStart.ready(directory, "--no-demo", "--fresh")) {
      assertThat(start.runFile().get("tenant").asText()).isNotEqualTo(tenant);
    }
  }

  @Test
  void aTakenPortIsOneSentence() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(taken.getLocalPort());
      for (var option : new String[] {"--port", "--engine-port"}) {
        var start = RunningStart.begin(directory, option, port);

        assertThat(start.awaitEnd()).isEqualTo(1);
        assertThat(onlyLine(start))
            .isEqualTo(
                "support-center: Port %s is taken by another program; stop it or choose another one with %s."
                    .formatted(port, option));
      }
    }
  }

  @Test
  void aDataDirectoryThatIsAFileIsOneSentence() throws Exception {
    var file = Files.createFile(directory.resolve("file"));

    var start = RunningStart.begin(file);

    assertThat(start.awaitEnd()).isEqualTo(1);
    assertThat(onlyLine(start)).contains(file + " is a file; choose another --data-dir.");
  }

  private static String onlyLine(RunningStart start) throws IOException {
    assertThat(start.errors().lines()).hasSize(1);
    return start.errors().strip();
  }

  private static int statusOf(RunningStart start, String role, String path) throws Exception {
    return status(start, start.runFile().get("apiKeys").get(role).asText(), path);
  }

  private static int statusOfOther(RunningStart start, String path) throws Exception {
    var other = start.runFile().get("otherTenant");
    return status(start, other.get("apiKeys").get("admin").asText(), path);
  }

  private static int status(RunningStart start, String key, String path) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(start.runFile().get("gateway").asText() + path))
            .header("Authorization", "Bearer " + key)
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString()).statusCode();
    }
  }

  /** Asks again until the answer is as expected; 60 seconds at most. */
  private static void awaitStatus(int expected, RunningStart start, String path) throws Exception {
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    var status = statusOf(start, "manager", path);
    while (status != expected) {
      assertThat(System.nanoTime()).as("still HTTP %d", status).isLessThan(deadline);
      Thread.onSpinWait();
      status = statusOf(start, "manager", path);
    }
  }

  private static void kill(long pid) throws Exception {
    var process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    process.onExit().get(10, TimeUnit.SECONDS);
  }

  private static JsonNode json(String text) throws IOException {
    return JsonMapper.builder().build().readTree(text);
  }
}
