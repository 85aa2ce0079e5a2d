package org.supportcenter.domain.policy;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.time.WeeklyHours;

/**
 * The policy one booking is made under, made by {@link PolicyResolver}; the fields mean what they
 * mean in {@link Policy}.
 *
 * @param maxDailyAppointments null when there is no limit
 * @param origins the level each field came from; every field has one
 */
public record EffectivePolicy(
    WeeklyHours weeklyHours,
    Duration bufferBefore,
    Duration bufferAfter,
    @Nullable Integer maxDailyAppointments,
    Duration defaultDuration,
    Duration minimumNotice,
    int advanceBookingDays,
    Duration slotStep,
    boolean preventCustomerOverlap,
    Duration customerChangeCutoff,
    Map<PolicyField, Origin> origins) {

  public EffectivePolicy {
    origins = Map.copyOf(origins);
  }

  /** The level the field's value came from. */
  public Origin origin(PolicyField field) {
    var origin = origins.get(field);
    if (origin == null) {
      throw new IllegalStateException("No origin recorded for " + field);
    }
    return origin;
  }
}
