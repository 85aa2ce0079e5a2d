package org.supportcenter.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** A Support Center of the bench's own: fresh, on free ports, gone afterwards. */
final class Running implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  private final Process process;
  private final Path directory;
  private final JsonNode facts;

  private Running(Process process, Path directory, JsonNode facts) {
    this.process = process;
    this.directory = directory;
    this.facts = facts;
  }

  /**
   * Starts {@code ./support-center start} without demo data.
   *
   * @throws IOException when it does not come up, with where its output is
   */
  static Running start(Path launcher, int port, int enginePort, Map<String, String> environment)
      throws IOException, InterruptedException {
    var directory = Files.createTempDirectory("support-center-bench");
    var log = directory.resolve("start.log");
    var data = directory.resolve("data");
    var builder =
        new ProcessBuilder(
                launcher.toString(),
                "start",
                "--no-demo",
                "--port",
                String.valueOf(port),
                "--engine-port",
                String.valueOf(enginePort),
                "--data-dir",
                data.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    // Made-up customers are nobody for a real mail server to write to.
    builder.environment().remove("SMTP_URL");
    builder.environment().putAll(environment);
    var process = builder.start();
    var run = data.resolve("run.json");
    var end = System.nanoTime() + START_LIMIT.toNanos();
    while (!Files.exists(run)) {
      if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
        throw new IOException("Support Center did not start: " + Files.readString(log));
      }
      if (System.nanoTime() > end) {
        process.destroy();
        throw new IOException("Support Center was not ready in time; its output is in " + log);
      }
    }
    return new Running(process, directory, new ObjectMapper().readTree(run.toFile()));
  }

  String gateway() {
    return facts.get("gateway").asText();
  }

  String engine() {
    return facts.get("engine").asText();
  }

  /** Address of the database with the owner's credentials. */
  String database() {
    return facts.get("database").asText();
  }

  String tenant() {
    return facts.get("tenant").asText();
  }

  String adminKey() {
    return facts.get("apiKeys").get("admin").asText();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      process.destroyForcibly();
      throw new IOException("Support Center did not stop within a minute of being asked", e);
    }
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
