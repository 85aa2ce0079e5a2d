package org.supportcenter.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** What a bench measures: a Support Center started for it alone. */
final class Launch {

  @Option(
      names = "--launcher",
      defaultValue = "./support-center",
      description = "What to start (default: ${DEFAULT-VALUE}).")
  private Path launcher = Path.of("support-center");

  /** Starts one on free ports, without demo data. */
  Running start() throws IOException, InterruptedException {
    return start(Map.of());
  }

  /** The same, with these variables in its environment. */
  Running start(Map<String, String> environment) throws IOException, InterruptedException {
    return Running.start(launcher.toAbsolutePath(), freePort(), freePort(), environment);
  }

  /** A port that nobody listens on. */
  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
