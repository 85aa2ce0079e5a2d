package org.supportcenter.mailer.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

  private static final Random RANDOM = new Random(7);

  @Test
  void thereAreTenAttemptsOverAboutThreeDays() {
    var all = RetrySchedule.WAITS.stream().reduce(Duration.ZERO, Duration::plus);

    assertThat(RetrySchedule.ATTEMPTS).isEqualTo(10);
    assertThat(all).isBetween(Duration.ofHours(72), Duration.ofHours(80));
    assertThat(RetrySchedule.next(10, RANDOM)).isNull();
  }

  @Test
  void noWaitIsShorterThanScheduledNorMuchLonger() {
    for (int tries = 1; tries < RetrySchedule.ATTEMPTS; tries++) {
      var scheduled = RetrySchedule.WAITS.get(tries - 1);

      assertThat(RetrySchedule.next(tries, RANDOM))
          .isBetween(scheduled, scheduled.multipliedBy(11).dividedBy(10));
    }
  }

  @Test
  void anEndpointThatFailsIsLeftInPeaceForUpToAMinute() {
    assertThat(RetrySchedule.rest(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(RetrySchedule.rest(4)).isEqualTo(Duration.ofSeconds(8));
    assertThat(RetrySchedule.rest(100_000)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void thePageForReceiversTellsTheSchedule() throws IOException {
    var table =
        IntStream.range(0, RetrySchedule.WAITS.size())
            .mapToObj(i -> "| %d | %s |".formatted(i + 2, words(RetrySchedule.WAITS.get(i))))
            .collect(Collectors.joining("\n"));

    assertThat(Files.readString(docs("webhooks.md"))).contains(table);
  }

  private static String words(Duration wait) {
    if (wait.compareTo(Duration.ofMinutes(1)) < 0) {
      return wait.toSeconds() + " s";
    }
    return wait.compareTo(Duration.ofHours(1)) < 0
        ? wait.toMinutes() + " min"
        : wait.toHours() + " h";
  }

  private static Path docs(String page) {
    var directory = Path.of("").toAbsolutePath();
    while (!Files.exists(directory.resolve("docs").resolve(page))) {
      directory = directory.getParent();
    }
    return directory.resolve("docs").resolve(page);
  }
}
