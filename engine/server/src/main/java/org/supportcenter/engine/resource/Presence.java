package org.supportcenter.engine.resource;

import com.google.protobuf.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.policy.Limits.DurationRange;
import org.supportcenter.engine.wire.Times;

/** Fields that may be absent, which the domain knows as null. */
public final class Presence {

  private Presence() {}

  /** Hands the value to the setter of a field, unless there is none. */
  public static <T> void set(@Nullable T value, Consumer<? super T> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }

  /** Hands the duration to the setter of a field, unless there is none. */
  public static void setDuration(
      java.time.@Nullable Duration value, Consumer<? super Duration> setter) {
    if (value != null) {
      setter.accept(Times.duration(value));
    }
  }

  /**
   * The duration in a field, or null when it is absent.
   *
   * @param field where it was given, in lowerCamel
   */
  public static java.time.@Nullable Duration duration(
      boolean present, Duration value, DurationRange range, String field) {
    return present ? Times.duration(value, range, field) : null;
  }
}
