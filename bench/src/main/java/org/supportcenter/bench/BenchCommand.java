package org.supportcenter.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./support-center bench <name>}. */
@Command(
    name = "bench",
    description = "Measures Support Center on this machine.",
    subcommands = {
      AvailabilityBench.class,
      BookingBench.class,
      CalendarBench.class,
      MailBench.class,
      PlanBench.class,
      SuggestBench.class
    },
    mixinStandardHelpOptions = true)
public final class BenchCommand {

  private BenchCommand() {}

  /** Runs the bench named in {@code args}; exits with 1 when it could not be run. */
  public static void main(String[] args) {
    var commandLine = new CommandLine(new BenchCommand());
    commandLine.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          command.getErr().println(failure.getMessage());
          return CommandLine.ExitCode.SOFTWARE;
        });
    System.exit(commandLine.execute(args));
  }
}
