package org.supportcenter.domain.time;

import java.time.Instant;

/** The one or the other of two instants. */
public final class Instants {
  private Instants() {}

  /** The first of the two. */
  public static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** The last of the two. */
  public static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
