package org.supportcenter.mailer.webhook;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.supportcenter.mailer.mail.MailSettings;
import org.supportcenter.mailer.testing.MailerProcess;
import org.supportcenter.mailer.testing.Victim;
import org.supportcenter.testkit.PostgresExtension;

/** Mailers as processes of their own, killed as {@code kill -9} does while they deliver. */
class KilledWhilePostingIT {

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static final int VISITS = 30;
  private static final int VERSIONS = 4;
  private static final int ALL = VISITS * VERSIONS;

  /** What an endpoint gets at a time, which is what a killed mailer can leave half done. */
  private static final int AT_ONCE = 4;

  private static final long PATIENCE_SECONDS = 120;

  @TempDir Path directory;

  private final List<Victim> mailers = new ArrayList<>();
  private final Gate gate = new Gate();
  private final Receiver receiver = new Receiver();
  private World world;

  @BeforeEach
  void open() {
    world = new World(postgres);
    receiver.answers(gate::answer);
  }

  @AfterEach
  void close() {
    gate.open();
    mailers.forEach(Victim::close);
    world.close();
    receiver.close();
  }

  @Test
  void everythingArrivesInOrderUnderItsIdWhoeverIsKilled() throws Exception {
    var endpoint = world.endpoint(receiver.url());
    for (int version = 1; version <= VERSIONS; version++) {
      for (int visit = 0; visit < VISITS; visit++) {
        world.happens(new UUID(5, visit), version, "appointment.updated");
      }
    }

    gate.closeAfter(ALL / 4);
    var first = begin();
    var second = begin();
    await(() -> gate.holds(AT_ONCE));
    kill(first);
    gate.closeAfter(ALL / 4);
    await(() -> gate.holds(AT_ONCE));
    kill(second);
    begin();
    gate.open();

    await(() -> world.deliveries("DELIVERED") == ALL);
    assertThat(gate.arrivals())
        .hasSizeBetween(ALL + 1, ALL + 4 * AT_ONCE)
        .extracting(Receiver.Message::id)
        .containsOnlyElementsOf(idsOf(endpoint));
    gate.arrivals().stream()
        .collect(groupingBy(Receiver.Message::resource))
        .forEach(
            (visit, messages) -> {
              assertThat(messages).extracting(Receiver.Message::version).as(visit).isSorted();
              assertThat(messages.stream().map(World::key).distinct()).hasSize(VERSIONS);
            });
  }

  private Victim begin() throws IOException {
    var mailer =
        MailerProcess.begin(
            postgres, MailerProcess.NO_MAIL_SERVER, MailSettings.DEFAULT_PER_SECOND, log());
    mailers.add(mailer);
    return mailer;
  }

  /** Whatever was leased is free at once: nobody waits out the minute that a lease lasts. */
  private void kill(Victim mailer) {
    mailer.kill();
    world.execute("UPDATE webhook_delivery SET lease_time = now() WHERE lease_time > now()");
  }

  private List<String> idsOf(UUID endpoint) {
    return world.database.inTenant(
        world.tenant,
        sql ->
            sql.fetch("SELECT id FROM webhook_delivery WHERE endpoint_id = ?", endpoint)
                .map(row -> row.get("id", String.class)));
  }

  private File log() {
    return directory.resolve("mailers.log").toFile();
  }

  private void await(BooleanSupplier condition) throws IOException {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(Files.readString(log().toPath())).isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /** Lets some through, and holds the others up. */
  private static final class Gate {
    private final List<Receiver.Message> arrivals = new ArrayList<>();
    private int left = Integer.MAX_VALUE;
    private int waiting;

    synchronized void closeAfter(int passes) {
      left = passes;
      notifyAll();
    }

    void open() {
      closeAfter(Integer.MAX_VALUE);
    }

    synchronized boolean holds(int messages) {
      return left == 0 && waiting >= messages;
    }

    synchronized List<Receiver.Message> arrivals() {
      return List.copyOf(arrivals);
    }

    synchronized Receiver.Answer answer(Receiver.Message message) {
      arrivals.add(message);
      waiting++;
      try {
        while (left == 0) {
          wait();
        }
        left--;
      } catch (InterruptedException closing) {
        Thread.currentThread().interrupt();
      } finally {
        waiting--;
      }
      return Receiver.Answer.of(204);
    }
  }
}
