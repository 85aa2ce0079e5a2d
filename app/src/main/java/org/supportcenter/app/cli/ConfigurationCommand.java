package org.supportcenter.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the page that lists every option; {@code docs/configuration.md} is its output. */
@Command(
    name = "configuration",
    description = "Print docs/configuration.md: every option, environment variable and default.")
final class ConfigurationCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(ConfigurationPage.of(spec.root().commandLine()));
    spec.commandLine().getOut().flush();
    return CommandLine.ExitCode.OK;
  }
}
