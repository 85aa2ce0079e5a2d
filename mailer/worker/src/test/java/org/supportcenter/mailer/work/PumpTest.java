package org.supportcenter.mailer.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PumpTest {
  private static final UUID BROKEN = new UUID(0, 1);
  private static final UUID SOUND = new UUID(0, 2);

  /** Long enough that nothing is looked for twice: what is done is done in the first round. */
  private static final Pump.Settings SETTINGS =
      new Pump.Settings("tests", 4, 2, Duration.ofMinutes(10), Duration.ofSeconds(10));

  private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

  @Test
  void aTenantWhoseWorkCannotBeLeasedKeepsNobodyElseWaiting() throws InterruptedException {
    try (var _ = Pump.start(SETTINGS, backlog(), (_, work) -> done.add(work))) {
      assertThat(done.poll(10, TimeUnit.SECONDS)).isEqualTo("a mail");
    }
  }

  private static Backlog<String> backlog() {
    Queue<String> waiting = new ArrayDeque<>(List.of("a mail"));
    return new Backlog<>() {
      @Override
      public List<UUID> tenants() {
        return List.of(BROKEN, SOUND);
      }

      @Override
      public List<String> lease(UUID tenant, int most) {
        if (tenant.equals(BROKEN)) {
          throw new IllegalStateException("a row that nobody can read");
        }
        var next = waiting.poll();
        return next == null ? List.of() : List.of(next);
      }
    };
  }
}
