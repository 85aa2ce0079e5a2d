package org.supportcenter.mailer.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.mailer.mail.MailSettings;
import org.supportcenter.mailer.testing.MailerProcess;
import org.supportcenter.runtime.network.AddressPolicy;
import org.supportcenter.testkit.PostgresExtension;

/** Receivers that do not behave, beside one that does. */
class RudeReceiversIT {

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static final int EVENTS = 12;
  private static final String METADATA = "http://169.254.169.254/latest/meta-data/";

  private final BlockingQueue<Receiver.Message> arrived = new LinkedBlockingQueue<>();

  @Test
  void theyHoldUpNobodyElse(TestReporter reporter) throws Exception {
    try (var world = new World(postgres);
        var _ = start(world);
        var good = new Receiver();
        var redirecting = new Receiver();
        var hanging = new RudeReceiver(RudeReceiver.Manner.HANGS);
        var dripping = new RudeReceiver(RudeReceiver.Manner.DRIPS);
        var resetting = new RudeReceiver(RudeReceiver.Manner.RESETS)) {
      good.answers(
          message -> {
            arrived.add(message);
            return Receiver.Answer.of(204);
          });
      redirecting.answers(Receiver.Answer.of(307).with("Location", METADATA));
      world.endpoint(good.url());
      var alone = slowest(world);
      List.of(redirecting.url(), hanging.url(), dripping.url(), resetting.url(), METADATA)
          .forEach(world::endpoint);
      var amongOthers = slowest(world);

      reporter.publishEntry("slowest of %d alone".formatted(EVENTS), alone.toString());
      reporter.publishEntry(
          "slowest of %d beside rude ones".formatted(EVENTS), amongOthers.toString());
      assertThat(amongOthers).isLessThan(Timeouts.DEFAULTS.answer().dividedBy(2));
      assertThat(good.messages()).hasSizeGreaterThanOrEqualTo(2 * EVENTS - 1);
      assertThat(redirecting.messages()).isNotEmpty();
    }
  }

  @Test
  void whileTheyHangTheyHoldNoConnectionToTheDatabase() throws Exception {
    var more = World.CONNECTIONS + 1;
    try (var world = new World(postgres);
        var _ = start(world);
        var good = new Receiver();
        var hanging = new RudeReceiver(RudeReceiver.Manner.HANGS)) {
      good.answers(
          message -> {
            arrived.add(message);
            return Receiver.Answer.of(204);
          });
      for (int i = 0; i < more; i++) {
        world.endpoint(hanging.url());
      }
      world.happens(UUID.randomUUID(), 1, "appointment.created");
      assertThat(hanging.awaitGuests(more)).isTrue();

      world.endpoint(good.url());

      assertThat(slowest(world)).isLessThan(Timeouts.DEFAULTS.answer().dividedBy(2));
    }
  }

  /** The longest that the good receiver waited for an event, one at a time. */
  private Duration slowest(World world) throws InterruptedException {
    var times = new ArrayList<Duration>();
    for (int i = 0; i < EVENTS; i++) {
      var begin = System.nanoTime();
      world.happens(UUID.randomUUID(), 1, "appointment.created");
      assertThat(arrived.poll(60, TimeUnit.SECONDS)).isNotNull();
      times.add(Duration.ofNanos(System.nanoTime() - begin));
    }
    return Collections.max(times);
  }

  private static Webhooks start(World world) {
    return Webhooks.start(
        world.database,
        AddressPolicy.allowing("127.0.0.1"),
        MailerProcess.mail(MailerProcess.NO_MAIL_SERVER, MailSettings.DEFAULT_PER_SECOND),
        Timeouts.DEFAULTS.all(),
        new SimpleMeterRegistry(),
        InstantSource.system());
  }
}
