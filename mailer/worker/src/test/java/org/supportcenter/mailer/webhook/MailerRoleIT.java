package org.supportcenter.mailer.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportcenter.testkit.PostgresExtension;

/** What the mailer's role may see and do for webhooks, and what not. */
class MailerRoleIT {

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private World world;

  @BeforeEach
  void open() {
    world = new World(postgres);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void acrossTenantsItSeesTheEventsOfThoseThatHaveAnEndpointAndNobodysSecrets() {
    try (var without = new World(postgres)) {
      world.endpoint("http://127.0.0.1/");
      world.happens(UUID.randomUUID(), 1, "appointment.created");
      without.happens(UUID.randomUUID(), 1, "appointment.created");

      assertThat(acrossTenants("SELECT count(DISTINCT tenant_id) FROM event")).isEqualTo("1");
      assertThat(acrossTenants("SELECT count(*) FROM webhook_secret")).isEqualTo("0");
    }
  }

  @Test
  void inTheNameOfATenantItReadsTheSecretsToSignWith() {
    world.endpoint("http://127.0.0.1/");

    assertThat(world.backlog.maySign()).isTrue();
    assertThat(inTenant("SELECT secret FROM webhook_secret")).isEqualTo(World.SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE webhook_endpoint SET url = 'https://example.com/'",
        "UPDATE webhook_secret SET secret = ''",
        "DELETE FROM webhook_endpoint",
        "DELETE FROM event",
        "UPDATE event SET type = ''",
        "INSERT INTO event (tenant_id) VALUES (gen_random_uuid())",
        "SELECT * FROM api_key_secret"
      })
  void whatIsNotItsBusinessIsForbidden(String sql) {
    assertThatThrownBy(() -> inTenant(sql)).hasMessageContaining("permission denied");
  }

  private String acrossTenants(String sql) {
    return world.database.acrossTenants(
        "find-webhooks", found -> String.valueOf(found.fetchValue(sql)));
  }

  private String inTenant(String sql) {
    return world.database.inTenant(world.tenant, found -> String.valueOf(found.fetchValue(sql)));
  }
}
