package org.supportcenter.mailer.smtp;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long somebody who does not answer is left alone: twice as long after each try in vain, up to
 * a limit. Tries that were made together count once. Thread-safe.
 */
final class Absence {

  private final Duration first;
  private final Duration longest;
  private final LongSupplier nanoTime;
  private Duration next;
  private long until;

  Absence(Duration first, Duration longest) {
    this(first, longest, System::nanoTime);
  }

  Absence(Duration first, Duration longest, LongSupplier nanoTime) {
    this.first = first;
    this.longest = longest;
    this.nanoTime = nanoTime;
    this.next = first;
    this.until = nanoTime.getAsLong();
  }

  /** Whether it is time to try. */
  synchronized boolean isOver() {
    return nanoTime.getAsLong() - until >= 0;
  }

  /** Nobody answered. */
  synchronized void begin() {
    if (isOver()) {
      until = nanoTime.getAsLong() + next.toNanos();
      var doubled = next.multipliedBy(2);
      next = doubled.compareTo(longest) < 0 ? doubled : longest;
    }
  }

  /** Somebody answered: it is over. */
  synchronized void end() {
    next = first;
    until = nanoTime.getAsLong();
  }
}
