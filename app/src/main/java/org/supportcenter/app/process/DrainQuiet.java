package org.supportcenter.app.process;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long a process that serves calls keeps serving once it was told to stop. */
final class DrainQuiet {
  @Option(
      names = "--drain-quiet",
      paramLabel = "SECONDS",
      defaultValue = "${env:SUPPORT_CENTER_DRAIN_QUIET:-5}",
      description =
          "How long a stopping process still takes calls while /readyz says no, so that balancers"
              + " notice, in seconds.")
  private int seconds;

  Duration value() {
    return Duration.ofSeconds(seconds);
  }
}
