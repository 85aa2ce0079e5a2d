package org.supportcenter.mailer.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.testkit.PostgresExtension;

/** What nobody foresaw is an attempt with its reason, waits longer each time, and has an end. */
class UnforeseenWebhookFailuresIT {

  private static final String REASON = "It failed in a way that nobody foresaw: ";

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private final Receiver receiver = new Receiver();
  private World world;

  @BeforeEach
  void open() {
    world = new World(postgres);
  }

  @AfterEach
  void close() {
    world.close();
    receiver.close();
  }

  @Test
  void aMessageThatCannotBeMadeEndsAfterTenAttemptsAndStopsNoOther() throws SQLException {
    var endpoint = world.endpoint("http://nobody can/read this");
    world.endpoint(receiver.url());
    world.happens(new UUID(1, 1), 1, "appointment.created");

    for (int hours = 0; hours < 5 * 24; hours++) {
      world.work();
      world.clock.advance(Duration.ofHours(1));
    }

    assertThat(receiver.taken()).hasSize(1);
    assertThat(errors(endpoint))
        .hasSize(RetrySchedule.ATTEMPTS)
        .allSatisfy(
            error ->
                assertThat(error)
                    .startsWith(
                        REASON
                            + "IllegalArgumentException, caused by URISyntaxException"
                            + " (Poster.java"));
    assertThat(world.deliveries("FAILED")).isEqualTo(1);
    assertThat(world.endpointSays(endpoint, "state"))
        .as("it was not to blame")
        .isEqualTo("ENABLED");
    assertThat(world.endpointSays(endpoint, "failures")).isEqualTo("0");
  }

  @Test
  void aResultThatCannotBeNotedIsAnAttemptAllTheSame() throws SQLException {
    var endpoint = world.endpoint(receiver.url());
    receiver.answers(Receiver.Answer.of(500));
    world.happens(new UUID(1, 1), 1, "appointment.created");
    change("REVOKE UPDATE (failures) ON webhook_endpoint FROM %s");
    try {
      world.work();
      world.work();
    } finally {
      change("GRANT UPDATE (failures) ON webhook_endpoint TO %s");
    }

    assertThat(receiver.messages()).hasSize(1);
    assertThat(errors(endpoint))
        .singleElement()
        .satisfies(error -> assertThat(error).startsWith(REASON).contains("42501"));
    receiver.answers(Receiver.Answer.of(200));
    world.clock.advance(Duration.ofSeconds(6));
    world.work();
    assertThat(receiver.taken()).hasSize(1);
  }

  private List<String> errors(UUID endpoint) throws SQLException {
    try (var owner = world.transaction()) {
      return DSL
          .using(owner, SQLDialect.POSTGRES)
          .fetchValues(
              "SELECT error FROM webhook_attempt WHERE endpoint_id = ? ORDER BY attempt_time",
              endpoint)
          .stream()
          .map(String::valueOf)
          .toList();
    }
  }

  private static void change(String rights) throws SQLException {
    try (var connection = postgres.owner().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(rights.formatted(postgres.mailerRole()));
    }
  }
}
