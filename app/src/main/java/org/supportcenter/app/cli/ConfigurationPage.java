package org.supportcenter.app.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every command and option as a Markdown page. */
final class ConfigurationPage {
  private static final String HEAD =
      """
      # Configuration

      Every option can be given on the command line or, where a variable is named, in the environment; the command
      line wins. This page is the output of `./support-center configuration`, and a test keeps it so.
      """;

  private ConfigurationPage() {}

  static String of(CommandLine root) {
    var page = new StringBuilder(HEAD);
    root.getSubcommands().values().forEach(command -> append(page, command.getCommandSpec()));
    return page.toString();
  }

  private static void append(StringBuilder page, CommandSpec command) {
    page.append("\n## `%s`\n\n".formatted(command.qualifiedName()));
    page.append(String.join(" ", command.usageMessage().description())).append('\n');
    var options = ownOptions(command);
    if (!options.isEmpty()) {
      page.append("\n| Option | Environment | Default | Meaning |\n|---|---|---|---|\n");
      options.forEach(option -> page.append(row(option)));
    }
    command.subcommands().values().forEach(sub -> append(page, sub.getCommandSpec()));
  }

  private static List<OptionSpec> ownOptions(CommandSpec command) {
    return command.options().stream()
        .filter(option -> !option.hidden() && !option.usageHelp() && !option.versionHelp())
        .toList();
  }

  private static String row(OptionSpec option) {
    var source = EnvironmentDefault.of(option);
    var meaning = String.join(" ", option.description()).replace(source.inWords(), "").strip();
    return "| %s | %s | %s | %s |\n"
        .formatted(
            code(name(option)),
            source.variable() == null ? "" : code(source.variable()),
            source.value() == null ? "" : code(source.value()),
            meaning);
  }

  private static String name(OptionSpec option) {
    return option.negatable()
        ? option.longestName().replaceFirst("^--", "--[no-]")
        : option.longestName();
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
