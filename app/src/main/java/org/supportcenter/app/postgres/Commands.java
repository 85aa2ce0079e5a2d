package org.supportcenter.app.postgres;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Short programs that are run to their end. */
final class Commands {
  private Commands() {}

  static List<String> with(List<String> prefix, String... program) {
    var command = new ArrayList<>(prefix);
    command.addAll(List.of(program));
    return command;
  }

  /** Whether the program can be run and ends with status 0. */
  static boolean succeeds(List<String> command) {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      return waitFor(process) == 0;
    } catch (IOException notInstalled) {
      return false;
    }
  }

  static void run(List<String> command) throws IOException {
    run(command, "");
  }

  /**
   * Runs a program to its end.
   *
   * @param input what the program reads from its standard input
   * @throws ServerFailure if it ends with another status than 0
   */
  static void run(List<String> command, String input) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException endedEarly) {
      // The status and the output below say why.
      process.destroy();
    }
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var status = waitFor(process);
    if (status != 0) {
      throw ServerFailure.of(output, status);
    }
  }

  static int waitFor(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException("interrupted while waiting"));
    }
  }

  /** Waits for a while; true as soon as the program has ended. */
  static boolean ended(Process process, Duration patience) {
    try {
      return process.waitFor(patience);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException("interrupted while waiting"));
    }
  }
}
