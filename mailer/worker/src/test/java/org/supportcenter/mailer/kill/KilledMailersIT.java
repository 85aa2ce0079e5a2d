package org.supportcenter.mailer.kill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.supportcenter.mailer.mail.MailSettings;
import org.supportcenter.mailer.mail.MailWorld;
import org.supportcenter.mailer.testing.MailerProcess;
import org.supportcenter.mailer.testing.Victim;
import org.supportcenter.testkit.LastingPort;
import org.supportcenter.testkit.PostgresExtension;

/**
 * Mailers and the mail server are killed (SIGKILL) at random while they work. With {@code
 * -Dsupport-center.kill.deliveries=2000} it is as long as the promise is.
 */
class KilledMailersIT {

  private static final int DELIVERIES = Integer.getInteger("support-center.kill.deliveries", 300);
  private static final int PROMISED = 2_000;
  private static final long SEED = Long.getLong("support-center.kill.seed", 4);

  /** Slow enough that a small run lasts through several deaths. */
  private static final int PER_SECOND = Math.min(100, Math.max(20, DELIVERIES / 15));

  /** About how many. */
  private static final int KILLS = Math.max(6, DELIVERIES / 100);

  private static final int MAILERS = 2;
  private static final long LOOK_NANOS = Duration.ofMillis(50).toNanos();
  private static final long LONGEST_WAIT_NANOS = Duration.ofSeconds(1).toNanos();
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  @TempDir private Path directory;
  private int kills;

  @Test
  void nothingIsLostNothingIsStaleAndHardlyAnythingComesTwice() throws Exception {
    try (var world = new MailWorld(postgres)) {
      var expected = new HashSet<String>();
      for (int i = 0; i < DELIVERIES; i++) {
        expected.add("<%s@localhost>".formatted(world.owes("CHANGE", "CUSTOMER")));
      }
      for (int i = 0; i < DELIVERIES / 20; i++) {
        var superseded = world.owes("CHANGE", "CUSTOMER");
        world.execute("UPDATE notification SET appointment_version = 0 WHERE id = ?", superseded);
      }

      var arrived = run(world);

      var twice = arrived.size() - new HashSet<>(arrived).size();
      System.out.printf(
          "%d deliveries, %d kills, %d duplicates, seed %d%n", DELIVERIES, kills, twice, SEED);
      assertThat(new HashSet<>(arrived)).isEqualTo(expected);
      assertThat(kills).isGreaterThanOrEqualTo(3);
      // Each death can lose the answers to what was under way; only in a small run that is much.
      var small = kills * MAILERS * MailSettings.DEFAULT_CONNECTIONS;
      assertThat(twice).isLessThanOrEqualTo(DELIVERIES < PROMISED ? small : DELIVERIES / 100);
      assertThat(world.query("SELECT DISTINCT status FROM notification ORDER BY status"))
          .containsExactly("SENT", "VOID");
    }
  }

  /** Everything that arrived, in its order. */
  private List<String> run(MailWorld world) throws Exception {
    var port = LastingPort.find();
    var file = Files.createFile(directory.resolve("arrived"));
    var random = new Random(SEED);
    try (var server = new Victim(log(), MailServerProcess.class, "" + port, file.toString());
        var one = mailer(port);
        var other = mailer(port)) {
      var victims = List.of(server, one, other);
      var end = System.nanoTime() + PATIENCE.toNanos();
      var next = 1 + random.nextInt(DELIVERIES / KILLS);
      while (isPending(world)) {
        assertThat(System.nanoTime()).as("patience, seed " + SEED).isLessThan(end);
        LockSupport.parkNanos(LOOK_NANOS);
        // The next death comes once the survivors have got on, while there is something to lose.
        var count = Files.readAllLines(file, UTF_8).size();
        if (count >= next && count < DELIVERIES) {
          // Not at the moment of an arrival, which would be the worst of all, but at any.
          LockSupport.parkNanos(random.nextLong(LONGEST_WAIT_NANOS));
          victims.get(random.nextInt(victims.size())).killAndBeginAgain();
          kills++;
          next = count + 1 + random.nextInt(DELIVERIES / KILLS * 2);
        }
      }
      return Files.readAllLines(file, UTF_8);
    }
  }

  private Victim mailer(int port) throws IOException {
    return MailerProcess.begin(
        postgres,
        "smtp://127.0.0.1:%d?starttls=never".formatted(port),
        PER_SECOND / MAILERS,
        log());
  }

  private File log() {
    return directory.resolve("log").toFile();
  }

  private static boolean isPending(MailWorld world) throws Exception {
    return !world.query("SELECT 1 FROM notification WHERE status = 'PENDING' LIMIT 1").isEmpty();
  }
}
