package org.supportcenter.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Durations as the tables keep them: whole seconds, null where nothing is set. */
public final class Seconds {

  private Seconds() {}

  /** The column's value for the duration. */
  public static @Nullable Integer of(@Nullable Duration duration) {
    return duration == null ? null : Math.toIntExact(duration.toSeconds());
  }

  /** The duration a column holds. */
  public static @Nullable Duration read(@Nullable Integer seconds) {
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }
}
