package org.supportcenter.app.process;

import java.time.Duration;
import org.supportcenter.app.console.Numbers;
import org.supportcenter.app.console.UserError;
import picocli.CommandLine.Option;

/** How long a process that serves calls keeps serving once it was told to stop. */
final class DrainQuiet {
  private static final String NAME = "--drain-quiet";

  @Option(
      names = NAME,
      paramLabel = "SECONDS",
      defaultValue = "${env:SUPPORT_CENTER_DRAIN_QUIET:-5}",
      description =
          "How long a stopping process still takes calls while /readyz says no, so that balancers"
              + " notice, in seconds.")
  private int seconds;

  /**
   * The time.
   *
   * @throws UserError if it is negative
   */
  Duration value() {
    return Duration.ofSeconds(Numbers.atLeast(0, NAME, seconds));
  }
}
