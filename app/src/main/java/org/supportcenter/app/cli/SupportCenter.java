package org.supportcenter.app.cli;

import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.app.check.CheckCommand;
import org.supportcenter.app.console.Failures;
import org.supportcenter.app.keys.KeysCommand;
import org.supportcenter.app.process.EngineCommand;
import org.supportcenter.app.process.GatewayCommand;
import org.supportcenter.app.process.MailerCommand;
import org.supportcenter.app.process.MigrateCommand;
import org.supportcenter.app.start.StartCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The command {@code support-center} and all below it. */
@Command(
    name = "support-center",
    description = "Appointment scheduling for support teams.",
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      StartCommand.class,
      EngineCommand.class,
      GatewayCommand.class,
      MailerCommand.class,
      MigrateCommand.class,
      KeysCommand.class,
      CheckCommand.class,
      ConfigurationCommand.class
    })
public final class SupportCenter {
  private static final Logger log = LoggerFactory.getLogger(SupportCenter.class);
  private static final int HELP_WIDTH = 100;
  private static final String[] FOOTER = {
    "",
    "Also: support-center test runs the test suite, support-center bench the benchmarks.",
    "support-center COMMAND --help lists the options of a command, their environment variables and",
    "defaults."
  };

  private SupportCenter() {}

  /** Runs a command line; 0 means that all went well, 2 that the line itself is wrong. */
  public static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  static CommandLine commandLine() {
    var line = new CommandLine(new SupportCenter());
    describeEnvironment(line.getCommandSpec());
    line.getCommandSpec().usageMessage().footer(FOOTER);
    line.setUsageHelpWidth(HELP_WIDTH);
    line.setOverwrittenOptionsAllowed(true);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(SupportCenter::failed);
    line.setParameterExceptionHandler(SupportCenter::misused);
    return line;
  }

  /** Adds variable and default to the description of every option that has them. */
  private static void describeEnvironment(CommandSpec command) {
    for (var option : command.options().toArray(OptionSpec[]::new)) {
      var words = EnvironmentDefault.of(option).inWords();
      if (!words.isEmpty() && !option.inherited()) {
        command.remove(option);
        var description = String.join(" ", option.description()) + " " + words;
        command.addOption(OptionSpec.builder(option).description(description).build());
      }
    }
    command.subcommands().values().forEach(sub -> describeEnvironment(sub.getCommandSpec()));
  }

  private static int failed(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
    log.debug("The command failed", failure);
    say(line.getErr(), Failures.sentence(failure));
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static int misused(ParameterException misuse, String[] arguments) {
    var line = misuse.getCommandLine();
    say(
        line.getErr(),
        "%s; see %s --help.".formatted(misuse.getMessage(), line.getCommandSpec().qualifiedName()));
    return CommandLine.ExitCode.USAGE;
  }

  private static void say(PrintWriter err, String sentence) {
    err.println("support-center: " + sentence);
  }
}
