package org.supportcenter.mailer.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what comes about at a time that nobody tells. */
public final class Waiting {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private Waiting() {}

  /** Something that can be looked at again and again. */
  @FunctionalInterface
  public interface Condition<E extends Exception> {

    /** Whether it has come about. */
    boolean isMet() throws E;
  }

  /** Returns once the condition is met; fails the test when that takes longer than the patience. */
  public static <E extends Exception> void until(Duration patience, Condition<E> condition)
      throws E {
    var end = System.nanoTime() + patience.toNanos();
    while (!condition.isMet()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(end);
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }
}
