package org.supportcenter.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is told to go on. Thread-safe. */
public final class TestClock implements InstantSource {

  private Instant now;

  /** A clock that stands at the instant. */
  public TestClock(Instant now) {
    this.now = now;
  }

  /** A clock that stands at an instant like {@code "2027-03-01T08:00:00Z"}. */
  public static TestClock at(String instant) {
    return new TestClock(Instant.parse(instant));
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Goes on, or back when negative. */
  public synchronized void advance(Duration by) {
    now = now.plus(by);
  }

  /** Jumps. */
  public synchronized void set(Instant instant) {
    now = instant;
  }
}
