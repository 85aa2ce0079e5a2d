package org.supportcenter.mailer.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.testkit.PostgresExtension;

class DrainingIT {

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
  void whoDrainsTakesNoFurtherMessageAlong() {
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
