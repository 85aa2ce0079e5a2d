package org.supportcenter.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundTest {

  private static final Duration OFTEN = Duration.ofMillis(1);

  private final Background background = new Background();

  @AfterEach
  void close() {
    background.close();
  }

  @Test
  void aChoreThatFailsGoesOn() throws InterruptedException {
    var twice = new CountDownLatch(2);
    background.every(
        OFTEN,
        "sweep",
        () -> {
          twice.countDown();
          throw new AssertionError("a fault of ours");
        });

    assertThat(twice.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(background.ended()).isNull();
  }

  @Test
  void aChoreThatHasEndedIsNamed() {
    background.every(OFTEN, "sweep", () -> BackgroundTest.<RuntimeException>end());
    background.every(OFTEN, "polish", () -> {});

    var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (background.ended() == null && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }

    assertThat(background.ended()).isEqualTo("What is done in the background has ended: sweep.");
  }

  @Test
  void whatWasStoppedHasNotEndedByItself() {
    background.every(OFTEN, "sweep", () -> {});

    background.close();

    assertThat(background.ended()).isNull();
  }

  /** Throws what no compiler lets a chore throw, and libraries throw nevertheless. */
  @SuppressWarnings("unchecked")
  private static <X extends Throwable> void end() throws X {
    throw (X) new IOException("from a library that hides what it throws");
  }
}
