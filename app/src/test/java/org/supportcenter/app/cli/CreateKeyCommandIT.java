package org.supportcenter.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportcenter.testkit.PostgresExtension;

class CreateKeyCommandIT {
  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static final String SOMEBODY = "b3d6d1d0-8f0c-4d55-9d7b-0d1b2c3d4e5f";

  private final StringWriter printed = new StringWriter();
  private final StringWriter errors = new StringWriter();
  private UUID tenant;

  @BeforeEach
  void seed() {
    tenant = postgres.seeds().tenant();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--name=Bot | --scope must have at least one entry when there is no role.",
        "--name= --role=manager | --name must not be empty.",
        "--name=B\u001bot --role=manager | --name must not contain control characters.",
        "--name=Bot --role=manager --scope=admin | --scope must be among what the role may do.",
        "--name=Bot --role=technician | --technician is required with role TECHNICIAN.",
        "--name=Bot --role=admin --technician="
            + SOMEBODY
            + " | --technician is allowed with role TECHNICIAN only.",
        "--name=Bot --scope=everything | No scope is called everything.",
        "--name=Bot --role=technician --technician="
            + SOMEBODY
            + " | There is no technician "
            + SOMEBODY
            + " in that tenant.",
      })
  void aKeyThatTheApiWouldRefuseIsRefusedInOneSentence(String options, String sentence) {
    assertThat(create(options.split(" "))).isEqualTo(1);

    assertThat(errors.toString().strip()).isEqualTo("support-center: " + sentence);
    assertThat(postgres.seeds().count(tenant, "api_key")).isZero();
  }

  @Test
  void aKeyOfATechnicianIsMadeAndItsSecretPrinted() {
    var technician = postgres.seeds().technician(tenant, "UTC");

    assertThat(create("--name=Phone", "--role=technician", "--technician=" + technician)).isZero();

    assertThat(printed.toString().strip()).startsWith("sc_");
    assertThat(postgres.seeds().count(tenant, "api_key")).isEqualTo(1);
  }

  private int create(String... options) {
    var server = postgres.jdbcUrl().replaceFirst("jdbc:postgresql://", "");
    var owner =
        "postgresql://%s:%s@%s".formatted(postgres.ownerRole(), postgres.password(), server);
    var line = new ArrayList<>(List.of("keys", "create", "--tenant", tenant.toString()));
    line.addAll(List.of("--migration-database-url", owner));
    line.addAll(List.of(options));
    return SupportCenter.commandLine()
        .setOut(new PrintWriter(printed, true))
        .setErr(new PrintWriter(errors, true))
        .execute(line.toArray(String[]::new));
  }
}
