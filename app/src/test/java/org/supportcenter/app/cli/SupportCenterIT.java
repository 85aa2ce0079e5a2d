package org.supportcenter.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportcenter.testkit.PostgresExtension;

class SupportCenterIT {
  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "engine --port 0 --ops-port 0",
        "mailer --smtp-url smtp://127.0.0.1:9 --ops-port 0"
      })
  void aDatabaseWithoutASchemaIsSaidInOneSentence(String line) {
    var server = postgres.jdbcUrl().replaceFirst("jdbc:(.*/).*", "$1postgres");
    var user = "//%s:%s@".formatted(postgres.serviceRole(), postgres.password());
    var errors = new StringWriter();

    var status =
        SupportCenter.commandLine()
            .setErr(new PrintWriter(errors, true))
            .execute("%s --database-url %s".formatted(line, server.replace("//", user)).split(" "));

    assertThat(errors.toString().strip())
        .isEqualTo(
            "support-center: The database has no schema yet: run the migrate command first.");
    assertThat(status).isEqualTo(1);
  }
}
