package org.supportcenter.app.process;

import java.time.Duration;
import org.supportcenter.app.console.Numbers;
import org.supportcenter.app.console.UserError;
import picocli.CommandLine.Option;

/** How long a process that stops waits for what it has begun. */
final class DrainTimeout {
  private static final String NAME = "--drain-timeout";

  @Option(
      names = NAME,
      paramLabel = "SECONDS",
      defaultValue = "${env:SUPPORT_CENTER_DRAIN_TIMEOUT:-20}",
      description =
          "How long calls and deliveries under way may take to end when the process stops, in"
              + " seconds.")
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
