package org.supportcenter.mailer.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.testkit.PostgresExtension;

class DrainingIT {

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  @Test
  void whoDrainsTakesNoFurtherMessageAlong() {
    try (var receiver = new Receiver();
        var world = new World(postgres)) {
      var appointment = UUID.randomUUID();
      world.endpoint(receiver.url());
      world.happens(appointment, 1, "appointment.created");
      world.happens(appointment, 2, "appointment.updated");
      var first = world.due().getFirst();

      world.handler.stop();
      world.handler.handle(world.tenant, first);

      assertThat(world.deliveries("DELIVERED")).isEqualTo(1);
      assertThat(world.deliveries("PENDING")).isEqualTo(1);
    }
  }
}
