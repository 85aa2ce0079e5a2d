package org.supportcenter.engine.wire;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import java.time.Instant;
import org.supportcenter.domain.policy.Limits;
import org.supportcenter.domain.policy.Limits.DurationRange;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.refusal.RefusedException;

/** Instants and durations: whole seconds on the wire and in the database. */
public final class Times {

  private Times() {}

  /**
   * An instant from the wire.
   *
   * @param field where it was given, in lowerCamel
   * @throws RefusedException if it is no whole second from 1970 to before 2200
   */
  public static Instant instant(Timestamp time, String field) {
    if (!Timestamps.isValid(time)) {
      throw invalid(field, "must lie in the years 1970 to 2199");
    }
    var instant = Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    var problem = Limits.problem(instant);
    if (problem != null) {
      throw invalid(field, problem);
    }
    return instant;
  }

  /** An instant for the wire. */
  public static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }

  /**
   * A duration from the wire.
   *
   * @throws RefusedException if it is not whole seconds within the range
   */
  public static java.time.Duration duration(Duration duration, DurationRange range, String field) {
    if (!Durations.isValid(duration)) {
      throw invalid(field, "must be whole seconds");
    }
    var value = java.time.Duration.ofSeconds(duration.getSeconds(), duration.getNanos());
    var problem = range.problem(value);
    if (problem != null) {
      throw invalid(field, problem);
    }
    return value;
  }

  /** A duration for the wire. */
  public static Duration duration(java.time.Duration duration) {
    return Duration.newBuilder()
        .setSeconds(duration.getSeconds())
        .setNanos(duration.getNano())
        .build();
  }

  private static RefusedException invalid(String field, String problem) {
    return new Refusal.FieldsInvalid(field, problem).asException();
  }
}
