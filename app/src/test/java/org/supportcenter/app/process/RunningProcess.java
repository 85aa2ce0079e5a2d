package org.supportcenter.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.supportcenter.app.testing.Programs;

/** A command that runs in a process of its own, configured by its environment alone. */
final class RunningProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final Path out;
  private final Path errors;

  private RunningProcess(Process process, Path out, Path errors) {
    this.process = process;
    this.out = out;
    this.errors = errors;
  }

  static RunningProcess begin(Map<String, String> environment, String... arguments)
      throws IOException {
    var out = Files.createTempFile("support-center-", ".out");
    var errors = Files.createTempFile("support-center-", ".err");
    var builder = Programs.command(List.of(arguments));
    builder.environment().putAll(environment);
    builder.redirectOutput(out.toFile()).redirectError(errors.toFile());
    return new RunningProcess(builder.start(), out, errors);
  }

  /** Runs a command to its end, which must be a success, and returns what it printed. */
  static String run(Map<String, String> environment, String... arguments) throws Exception {
    try (var command = begin(environment, arguments)) {
      assertThat(command.awaitEnd()).as(command.errors()).isZero();
      return Files.readString(command.out, StandardCharsets.UTF_8).strip();
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What was written to standard error so far. */
  String errors() {
    try {
      return Files.readString(errors, StandardCharsets.UTF_8);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** Waits until it ends and returns its status. */
  int awaitEnd() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("it ended").isTrue();
    return process.exitValue();
  }

  /** Asks it to stop, as SIGTERM does, and returns its status. */
  int stop() throws InterruptedException {
    process.destroy();
    return awaitEnd();
  }

  /** Ends it without any warning, as SIGKILL does, and returns its status. */
  int kill() throws InterruptedException {
    process.destroyForcibly();
    return awaitEnd();
  }

  @Override
  public void close() throws Exception {
    stop();
    Files.deleteIfExists(out);
    Files.deleteIfExists(errors);
  }
}
