package org.supportcenter.mailer.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private final Backoff backoff = new Backoff(Duration.ofSeconds(4), Duration.ofMinutes(15));
  private final Random random = new Random(7);

  @Test
  void waitsGrowAndAreNeverTheSameForAll() {
    for (int failures = 1; failures < 8; failures++) {
      var full = Duration.ofSeconds(4L << (failures - 1));

      assertThat(backoff.after(failures, random)).isBetween(full.dividedBy(2), full);
    }
  }

  @Test
  void noWaitIsLongerThanTheLongest() {
    assertThat(backoff.after(10_000, random)).isLessThanOrEqualTo(Duration.ofMinutes(15));
  }
}
