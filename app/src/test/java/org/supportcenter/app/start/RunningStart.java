package org.supportcenter.app.start;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.supportcenter.app.testing.Programs;

/** A {@code start} in a process of its own, as a person at a terminal sees it. */
final class RunningStart implements AutoCloseable {
  private static final String LAST_LINE = "Ctrl-C stops it";
  private static final String END = "\0";
  private static final long PATIENCE_SECONDS = 180;

  private final Path directory;
  private final Path errors;
  private final Process process;
  private final List<String> printed = new ArrayList<>();
  private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();

  private RunningStart(Path directory, Path errors, Process process) {
    this.directory = directory;
    this.errors = errors;
    this.process = process;
    Thread.ofVirtual().start(this::collect);
  }

  /** Begins to start; {@code arguments} come after the data directory and free ports. */
  static RunningStart begin(Path directory, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add("start");
    command.addAll(List.of("--data-dir", directory.toString()));
    command.addAll(List.of("--port", "0", "--engine-port", "0"));
    command.addAll(List.of(arguments));
    var errors = Files.createTempFile("support-center-", ".err");
    var builder = Programs.command(command).redirectError(errors.toFile());
    return new RunningStart(directory, errors, builder.start());
  }

  /** Starts and waits until everything is ready. */
  static RunningStart ready(Path directory, String... arguments) throws Exception {
    var start = begin(directory, arguments);
    start.awaitReady();
    return start;
  }

  private void collect() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException ended) {
      lines.add("(" + ended.getMessage() + ")");
    }
    lines.add(END);
  }

  private void awaitReady() throws Exception {
    while (true) {
      var line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (line == null || line.equals(END)) {
        throw new AssertionError("It did not become ready:\n" + errors());
      }
      printed.add(line);
      if (line.startsWith(LAST_LINE)) {
        return;
      }
    }
  }

  /** The lines to paste. */
  List<PastedCurl> curlLines() {
    return printed.stream()
        .filter(line -> line.startsWith("curl "))
        .map(PastedCurl::parse)
        .toList();
  }

  JsonNode runFile() throws IOException {
    return JsonMapper.builder().build().readTree(runPath().toFile());
  }

  Path runPath() {
    return directory.resolve("run.json");
  }

  /** What was written to standard error so far. */
  String errors() throws IOException {
    return Files.readString(errors);
  }

  long databaseProcess() throws IOException {
    return Long.parseLong(
        Files.readAllLines(directory.resolve("pgdata/postmaster.pid")).getFirst());
  }

  /** Asks it to stop, as Ctrl-C and SIGTERM do, and waits until it has. */
  void stop() throws InterruptedException {
    process.destroy();
    awaitEnd();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Waits until it ends and returns its status. */
  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("It did not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() throws Exception {
    stop();
    Files.deleteIfExists(errors);
  }
}
