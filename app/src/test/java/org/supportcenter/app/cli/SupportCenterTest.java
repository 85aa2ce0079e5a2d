package org.supportcenter.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SupportCenterTest {
  private final StringWriter errors = new StringWriter();

  @Test
  void helpNamesVariableAndDefaultOfEveryOption() {
    for (var command : SupportCenter.commandLine().getSubcommands().values()) {
      var help = command.getUsageMessage().replaceAll("\\s+", " ");
      for (var option : command.getCommandSpec().options()) {
        var source = EnvironmentDefault.of(option);
        assertThat(help).contains(source.inWords().replaceAll("\\s+", " "));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "check --port abc", "keys", "start --frseh"})
  void aWrongLineIsOneSentenceAndStatusTwo(String line) {
    assertThat(run(line)).isEqualTo(2);
    assertThat(errors.toString().lines()).hasSize(1);
    assertThat(errors.toString()).startsWith("support-center: ").contains("--help");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gateway --port 70000                 | --port must be a port, 0 to 65535.
          gateway --port 0 --request-timeout 0 | --request-timeout must be at least 1.
          gateway --port 0 --drain-quiet -1    | --drain-quiet must be at least 0.
          gateway --port 0 --drain-timeout -1  | --drain-timeout must be at least 0.
          gateway --port 0 --engines here      | The engine address here is not host:port.
          gateway --port 0 --engines here:70000 | The engine address here:70000 is not host:port.
          engine --database-url postgresql://me@db --call-threads 0 | --call-threads must be at least 1.
          engine --database-url= | DATABASE_URL is not set: give the database as postgresql://user:password@host:5432/database there or with --database-url.
          mailer --database-url postgresql://me@db --smtp-url= | SMTP_URL is not set: give the mail server as smtp://user:password@host:587 there or with --smtp-url.
          mailer --database-url postgresql://me@db --smtp-url smtp://m --public-url here | --public-url must be an address like https://support.example.
          mailer --database-url postgresql://me@db --smtp-url smtp://m --mail-connections 1001 | --mail-connections must be at most 1000.
          """)
  void whatCannotWorkIsOneSentenceAndStatusOne(String line, String sentence) {
    assertThat(run(line)).isEqualTo(1);
    assertThat(errors).hasToString("support-center: " + sentence + System.lineSeparator());
  }

  @ParameterizedTest
  @ValueSource(strings = {"engine", "mailer --smtp-url smtp://m"})
  void aWordingThatCannotBeUsedIsOneSentenceAndStatusOne(String command, @TempDir Path languages)
      throws IOException {
    var french = languages.resolve("mail_fr.properties");
    Files.writeString(french, "language=fr\ngreeting=Bonjour {{nom}},\n");

    var line = command + " --database-url postgresql://me@db --mail-languages " + languages;

    assertThat(run(line)).isEqualTo(1);
    assertThat(errors.toString())
        .startsWith(
            "support-center: --mail-languages: %s, line 2: greeting: nom is not a variable"
                .formatted(french));
    assertThat(errors.toString().lines()).hasSize(1);
  }

  private int run(String line) {
    return SupportCenter.commandLine()
        .setErr(new PrintWriter(errors, true))
        .execute(line.split(" ", -1));
  }
}
