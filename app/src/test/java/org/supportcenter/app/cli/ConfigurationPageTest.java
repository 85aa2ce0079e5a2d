package org.supportcenter.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class ConfigurationPageTest {
  @Test
  void theDocumentedConfigurationIsTheRealOne() throws IOException {
    var documented = Files.readString(Path.of("..", "docs", "configuration.md"));

    assertThat(documented)
        .as("run ./support-center configuration > docs/configuration.md")
        .isEqualTo(ConfigurationPage.of(SupportCenter.commandLine()));
  }

  @Test
  void helpNamesVariableAndDefaultOfEveryOption() {
    for (var command : SupportCenter.commandLine().getSubcommands().values()) {
      var help = command.getUsageMessage().replaceAll("\\s+", " ");
      for (OptionSpec option : command.getCommandSpec().options()) {
        var source = EnvironmentDefault.of(option);
        assertThat(help).contains(source.inWords().replaceAll("\\s+", " "));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "check --port abc", "keys", "start --frseh"})
  void aWrongLineIsOneSentenceAndStatusTwo(String line) {
    var err = new StringWriter();
    CommandLine commands = SupportCenter.commandLine();
    commands.setErr(new PrintWriter(err, true));

    assertThat(commands.execute(line.split(" ", -1))).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).startsWith("support-center: ").contains("--help");
  }
}
