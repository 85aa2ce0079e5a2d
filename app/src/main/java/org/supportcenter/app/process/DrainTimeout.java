package org.supportcenter.app.process;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long a process that stops waits for what it has begun. */
final class DrainTimeout {
  @Option(
      names = "--drain-timeout",
      paramLabel = "SECONDS",
      defaultValue = "${env:SUPPORT_CENTER_DRAIN_TIMEOUT:-20}",
      description =
          "How long calls and deliveries under way may take to end when the process stops, in"
              + " seconds.")
  private int seconds;

  Duration value() {
    return Duration.ofSeconds(seconds);
  }
}
