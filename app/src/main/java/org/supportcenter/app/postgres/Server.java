package org.supportcenter.app.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.app.console.UserError;

/**
 * The server programs applied to one data directory: start, stop, and stop what was left behind.
 */
final class Server {
  private static final Logger log = LoggerFactory.getLogger(Server.class);

  /** Recovery after a crash under load replays up to max_wal_size of log. */
  private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(5);

  private static final Duration LONGEST_STOP = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final Binaries binaries;
  private final ServerUser user;
  private final Path data;
  private final Path logFile;

  Server(Binaries binaries, ServerUser user, Path data, Path logFile) {
    this.binaries = binaries;
    this.user = user;
    this.data = data;
    this.logFile = logFile;
  }

  /**
   * A server program that was begun.
   *
   * @param logBefore the length of the log before it, in bytes
   */
  record Launched(Process process, long logBefore) {}

  /** Begins to start the server. */
  Launched launch(int port) throws IOException {
    var logBefore = Files.exists(logFile) ? Files.size(logFile) : 0;
    var program = new ArrayList<String>();
    // In the terminal's own session, Ctrl-C would stop PostgreSQL before the engine is drained.
    if (Commands.succeeds(List.of("setsid", "true"))) {
      program.add("setsid");
    }
    program.addAll(user.command(ServerSettings.command(binaries, data, port)));
    var process =
        new ProcessBuilder(program)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
            .start();
    process.getOutputStream().close();
    return new Launched(process, logBefore);
  }

  /**
   * Waits until the server accepts connections, crash recovery included.
   *
   * @throws UserError if it ends before that
   */
  void awaitReady(Launched launched) throws IOException {
    var process = launched.process();
    var deadline = System.nanoTime() + LONGEST_RECOVERY.toNanos();
    while (!isReady(process)) {
      if (Commands.ended(process, BETWEEN_LOOKS)) {
        throw ServerFailure.of(logSince(launched.logBefore()), process.exitValue());
      }
      if (System.nanoTime() > deadline) {
        stop();
        throw new UserError(
            "PostgreSQL was not ready after %d minutes; see %s."
                .formatted(LONGEST_RECOVERY.toMinutes(), logFile));
      }
    }
  }

  private boolean isReady(Process process) throws IOException {
    var lockFile = PostmasterFile.read(data);
    return lockFile != null && lockFile.pid() == process.pid() && lockFile.ready();
  }

  /** Stops the server of this directory: running sessions are ended, data is written out. */
  void stop() {
    try {
      Commands.run(stopCommand("fast"));
    } catch (UserError | IOException slow) {
      log.warn("PostgreSQL did not stop in time and is stopped at once; it recovers at next start");
      log.debug("Stopping PostgreSQL failed", slow);
      Commands.succeeds(stopCommand("immediate"));
    }
  }

  private List<String> stopCommand(String mode) {
    return user.command(
        List.of(
            binaries.program("pg_ctl"),
            "stop",
            "-s",
            "-w",
            "-t",
            Long.toString(LONGEST_STOP.toSeconds()),
            "-m",
            mode,
            "-D",
            data.toString()));
  }

  /**
   * Stops a server that outlived the process that started it. The caller holds the data directory's
   * lock, so whatever runs on it now is such an orphan.
   */
  void stopOrphan() throws IOException {
    var lockFile = PostmasterFile.read(data);
    if (lockFile == null) {
      return;
    }
    if (lockFile.belongsToServerOf(data)) {
      log.info("Stopping the PostgreSQL that an earlier start left running");
      stop();
    } else {
      // Its number may belong to another program by now, which would keep PostgreSQL from starting.
      PostmasterFile.delete(data);
    }
  }

  /** Runs SQL, one statement a line, without a running server. */
  void runAlone(List<String> statements) throws IOException {
    var command =
        user.command(
            List.of(
                binaries.program("postgres"),
                "--single",
                "-c",
                "exit_on_error=on",
                "-D",
                data.toString(),
                "postgres"));
    Commands.run(command, String.join("\n", statements) + "\n");
  }

  private String logSince(long offset) throws IOException {
    try (var file = Files.newInputStream(logFile)) {
      file.skipNBytes(offset);
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
