package org.supportcenter.domain.policy;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The ranges of everything that is measured, in one place. A check answers what is wrong as the end
 * of a sentence that starts with the field's name, or null when the value is fine.
 */
public final class Limits {

  /** Length of a visit. */
  public static final DurationRange VISIT_DURATION =
      new DurationRange(Duration.ofMinutes(1), Duration.ofHours(24));

  /** Time kept free on one side of a visit. */
  public static final DurationRange BUFFER = new DurationRange(Duration.ZERO, Duration.ofHours(24));

  /** Distance of offered starts. */
  public static final DurationRange SLOT_STEP =
      new DurationRange(Duration.ofMinutes(1), Duration.ofHours(24));

  /** Minimum notice. */
  public static final DurationRange NOTICE = new DurationRange(Duration.ZERO, Duration.ofDays(366));

  /** How long before the start a customer may still change a visit. */
  public static final DurationRange CHANGE_CUTOFF =
      new DurationRange(Duration.ZERO, Duration.ofDays(366));

  /** For how long a time can be held for somebody. */
  public static final DurationRange HOLD_TIME_TO_LIVE =
      new DurationRange(Duration.ofSeconds(1), Duration.ofHours(1));

  /** No start, and no end of anything, is at or after this instant. */
  public static final Instant END_OF_TIME = Instant.parse("2200-01-01T00:00:00Z");

  /** No instant is before this one. */
  public static final Instant BEGINNING_OF_TIME = Instant.parse("1970-01-01T00:00:00Z");

  /** Most time one slot search may span. */
  public static final Duration SEARCH_WINDOW = Duration.ofDays(62);

  private Limits() {}

  /** What is wrong with the instant, or null: whole seconds from 1970 to before 2200. */
  public static @Nullable String problem(Instant instant) {
    if (instant.isBefore(BEGINNING_OF_TIME) || !instant.isBefore(END_OF_TIME)) {
      return "must lie in the years 1970 to 2199";
    }
    return instant.getNano() == 0 ? null : "must be a whole second";
  }

  /**
   * Durations of whole seconds between two bounds.
   *
   * @param min least allowed
   * @param max most allowed
   */
  public record DurationRange(Duration min, Duration max) {

    /** What is wrong with the duration, or null. */
    public @Nullable String problem(Duration value) {
      if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
        return "must be from " + min.toSeconds() + "s to " + max.toSeconds() + "s";
      }
      return value.getNano() == 0 ? null : "must be whole seconds";
    }
  }
}
