package org.supportcenter.mailer.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.testkit.PostgresExtension;

class WebhooksIT {

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static final UUID VISIT = new UUID(1, 1);
  private static final UUID OTHER = new UUID(1, 2);

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
  void whatHappensIsToldOnceInOrderAndNumbered() {
    world.happens(VISIT, 1, "appointment.created");
    world.endpoint(receiver.url());
    world.happens(VISIT, 2, "appointment.moved");
    world.happensToTicket(OTHER, 1, "ticket.created");
    world.happens(VISIT, 3, "appointment.cancelled");

    world.work();
    world.work();

    assertThat(receiver.messages())
        .extracting(Receiver.Message::type)
        .containsExactlyInAnyOrder("appointment.moved", "ticket.created", "appointment.cancelled");
    assertThat(receiver.messages()).extracting(Receiver.Message::sequence).contains(1, 2, 3);
    assertThat(versionsOf(VISIT)).containsExactly(2, 3);
    assertThat(world.deliveries("DELIVERED")).isEqualTo(3);
  }

  @Test
  void anEndpointIsToldOnlyWhatItAskedFor() {
    world.endpoint(receiver.url(), "appointment.moved", "ticket.*");
    world.happens(VISIT, 1, "appointment.created");
    world.happens(VISIT, 2, "appointment.moved");
    world.happensToTicket(OTHER, 1, "ticket.created");

    world.work();

    assertThat(receiver.messages())
        .extracting(Receiver.Message::type)
        .containsExactlyInAnyOrder("appointment.moved", "ticket.created");
  }

  @Test
  void nothingIsLostWhileTheReceiverIsDownForSixHours() {
    world.endpoint(receiver.url());
    receiver.answers(Receiver.Answer.of(503));
    for (int minute = 0; minute < 360; minute += 10) {
      var visit = new UUID(2, minute / 60);
      world.happens(visit, minute % 60 / 10 + 1, "appointment.updated");
      world.work();
      world.clock.advance(Duration.ofMinutes(10));
    }
    var failed = receiver.messages();
    receiver.answers(Receiver.Answer.of(200));
    for (int minute = 0; minute < 10; minute++) {
      world.work();
      world.clock.advance(Duration.ofMinutes(1));
    }

    assertThat(world.deliveries("DELIVERED")).isEqualTo(36);
    assertThat(receiver.taken())
        .extracting(Receiver.Message::id)
        .hasSize(36)
        .doesNotHaveDuplicates();
    for (int hour = 0; hour < 6; hour++) {
      assertThat(versionsOf(new UUID(2, hour))).containsExactly(1, 2, 3, 4, 5, 6);
    }
    assertThat(failed).isNotEmpty();
    assertThat(receiver.taken())
        .extracting(World::key)
        .containsAll(failed.stream().map(World::key).toList());
  }

  @Test
  void aLaterEventWaitsForTheEarlierOneOfTheSameAppointmentOnly() {
    world.endpoint(receiver.url());
    receiver.answers(
        message ->
            Receiver.Answer.of(
                message.resource().endsWith(VISIT.toString()) && message.version() == 1
                    ? 500
                    : 200));
    world.happens(VISIT, 1, "appointment.created");
    world.happens(VISIT, 2, "appointment.moved");
    world.happens(OTHER, 1, "appointment.created");

    world.work();
    world.clock.advance(Duration.ofSeconds(2));
    world.work();

    assertThat(receiver.taken())
        .extracting(Receiver.Message::resource)
        .containsOnly("appointments/" + OTHER);
    receiver.answers(Receiver.Answer.of(200));
    world.clock.advance(Duration.ofSeconds(6));
    world.work();
    assertThat(versionsOf(VISIT)).containsExactly(1, 2);
  }

  @Test
  void whoIsGoneIsNotAskedAgain() {
    var endpoint = world.endpoint(receiver.url());
    receiver.answers(Receiver.Answer.of(410));
    world.happens(VISIT, 1, "appointment.created");
    world.happens(VISIT, 2, "appointment.moved");

    world.work();
    world.clock.advance(Duration.ofHours(1));
    world.work();

    assertThat(receiver.messages()).hasSize(1);
    assertThat(world.endpointSays(endpoint, "state")).isEqualTo("GONE");
    assertThat(world.deliveries("PENDING")).as("kept until it is enabled").isEqualTo(2);
  }

  @Test
  void theReceiverSaysWhenToComeBack() {
    world.endpoint(receiver.url());
    receiver.answers(Receiver.Answer.of(429).with("Retry-After", "600"));
    world.happens(VISIT, 1, "appointment.created");
    world.happens(OTHER, 1, "appointment.created");

    world.work();
    var asked = receiver.messages().size();
    world.clock.advance(Duration.ofSeconds(590));
    world.work();

    assertThat(receiver.messages()).hasSize(asked);
    receiver.answers(Receiver.Answer.of(200));
    world.clock.advance(Duration.ofSeconds(15));
    world.work();
    assertThat(receiver.taken()).hasSize(2);
  }

  @Test
  void afterTenAttemptsInThreeDaysItIsGivenUpAndTheEndpointPaused() {
    var endpoint = world.endpoint(receiver.url());
    receiver.answers(Receiver.Answer.of(500));
    world.happens(VISIT, 1, "appointment.created");

    for (int minutes = 0; minutes < 5 * 24 * 60; minutes += 15) {
      world.work();
      world.clock.advance(minutes == 0 ? Duration.ofSeconds(6) : Duration.ofMinutes(15));
    }

    var times = receiver.messages().stream().map(Receiver.Message::timestamp).map(Long::valueOf);
    var span = times.mapToLong(Long::longValue).summaryStatistics();
    assertThat(receiver.messages()).hasSize(10);
    assertThat(Duration.ofSeconds(span.getMax() - span.getMin()))
        .isBetween(Duration.ofDays(3), Duration.ofDays(4));
    assertThat(receiver.messages())
        .extracting(Receiver.Message::id)
        .containsOnly(receiver.messages().getFirst().id());
    assertThat(world.deliveries("FAILED")).isEqualTo(1);
    assertThat(world.endpointSays(endpoint, "state")).isEqualTo("PAUSED");
    assertThat(world.endpointSays(endpoint, "state_reason")).contains("nothing for 3 days", "500");
  }

  @Test
  void aTransactionThatTakesLongIsNeverPassedOver() throws SQLException {
    world.endpoint(receiver.url());
    try (var slow = world.transaction()) {
      world.happens(slow, VISIT, 1, "appointment.created");
      world.happens(OTHER, 1, "appointment.created");
      world.work();
      assertThat(receiver.messages()).isEmpty();
      slow.commit();
    }
    world.work();

    assertThat(receiver.taken()).hasSize(2);
  }

  @Test
  void versionsStayInOrderWhenTransactionsOvertakeEachOther() throws SQLException {
    world.endpoint(receiver.url());
    try (var first = world.transaction();
        var statement = first.createStatement()) {
      statement.execute("SELECT pg_current_xact_id()");
      world.happens(VISIT, 1, "appointment.created");
      world.happens(first, VISIT, 2, "appointment.moved");
      first.commit();
    }

    world.work();

    assertThat(versionsOf(VISIT)).containsExactly(1, 2);
    assertThat(receiver.taken()).extracting(Receiver.Message::sequence).containsExactly(1, 2);
  }

  @Test
  void whatADeadMailerHadTakenIsSentByTheNextUnderTheSameId() {
    world.endpoint(receiver.url());
    world.happens(VISIT, 1, "appointment.created");
    var lost = world.due();

    world.work();
    assertThat(receiver.messages()).isEmpty();
    world.clock.advance(Leases.LENGTH.plusSeconds(1));
    world.work();

    assertThat(receiver.taken())
        .extracting(Receiver.Message::id)
        .containsExactly(lost.getFirst().id().toString());
    var late = new Outcome(Instant.EPOCH, Duration.ZERO, 500, "Answered 500.", "", null, false);
    assertThat(
            world.database.<Results.Verdict>inTenant(
                world.tenant,
                sql ->
                    new Results(new Random(7))
                        .write(sql, world.tenant, lost.getFirst(), late, world.clock.instant())))
        .isEqualTo(Results.Verdict.NOT_OURS);
  }

  @Test
  void anEndpointIsNeverAskedMoreThanItCanTake() {
    world.endpoint(receiver.url());
    for (int i = 0; i < 20; i++) {
      world.happens(new UUID(3, i), 1, "appointment.created");
    }

    var first = world.due();
    var second = world.due();

    assertThat(first).hasSize(4);
    assertThat(second).isEmpty();
  }

  @Test
  void aReplayBringsTheSameMessagesAgain() {
    world.endpoint(receiver.url());
    world.happens(VISIT, 1, "appointment.created");
    world.happens(VISIT, 2, "appointment.moved");
    world.work();

    world.execute(
        "UPDATE webhook_delivery SET status = 'PENDING', tries = 0, due_time = ?",
        world.clock.instant());
    world.work();

    var taken = receiver.taken();
    assertThat(taken).hasSize(4);
    assertThat(taken.subList(2, 4)).extracting(World::key).isEqualTo(keys(taken.subList(0, 2)));
    assertThat(taken.get(3).body()).isEqualTo(taken.get(1).body());
  }

  @Test
  void theEndpointOfATenantIsToldNothingOfAnother() {
    try (var elsewhere = new World(postgres)) {
      world.endpoint(receiver.url());
      elsewhere.happens(VISIT, 1, "appointment.created");

      world.work();
      elsewhere.work();
    }

    assertThat(receiver.messages()).isEmpty();
  }

  private static List<String> keys(List<Receiver.Message> messages) {
    return messages.stream().map(World::key).toList();
  }

  private List<Integer> versionsOf(UUID appointment) {
    return receiver.taken().stream()
        .filter(message -> message.resource().equals("appointments/" + appointment))
        .map(Receiver.Message::version)
        .toList();
  }
}
