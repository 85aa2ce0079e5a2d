package org.supportcenter.mailer.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.testkit.PostgresExtension;

/** Messages as they arrive while secrets that were replaced still count. */
class RotatedSecretsIT {

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static final String SECOND = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
  private static final String THIRD = "whsec_SEzKZUFhbXeBbmBBy2XDhaGwk9kgsNwmKbAOYcKpHF0=";
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void eachSecretSignsUntilItsEndAndNotAfter() {
    try (var world = new World(postgres);
        var receiver = new Receiver()) {
      var endpoint = world.endpoint(receiver.url());
      world.rotate(endpoint, SECOND, HOUR.multipliedBy(2));
      world.rotate(endpoint, THIRD, HOUR);

      var signers =
          List.of(signers(world, receiver), later(world, receiver), later(world, receiver));

      assertThat(signers)
          .containsExactly(
              List.of(THIRD, SECOND, World.SECRET), List.of(THIRD, World.SECRET), List.of(THIRD));
    }
  }

  private static List<String> later(World world, Receiver receiver) {
    world.clock.advance(HOUR);
    return signers(world, receiver);
  }

  /** Whose signatures the next message carries, in their order. */
  private static List<String> signers(World world, Receiver receiver) {
    world.happens(UUID.randomUUID(), 1, "appointment.created");
    world.work();
    var message = receiver.messages().getLast();
    return Arrays.stream(message.signature().split(" "))
        .map(signature -> signer(message, signature))
        .toList();
  }

  private static String signer(Receiver.Message message, String signature) {
    var time = Instant.ofEpochSecond(Long.parseLong(message.timestamp()));
    return List.of(World.SECRET, SECOND, THIRD).stream()
        .filter(
            secret ->
                Signatures.header(message.id(), time, message.body(), List.of(secret))
                    .equals(signature))
        .findFirst()
        .orElse("nobody");
  }
}
