package org.supportcenter.domain.policy;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a service type changes about a booking; null leaves the technician's policy as it is.
 *
 * @param requiredSkills united with the skills the appointment itself needs
 */
public record ServiceTypeRules(
    @Nullable Duration duration,
    @Nullable Duration bufferBefore,
    @Nullable Duration bufferAfter,
    @Nullable Duration minimumNotice,
    @Nullable Integer advanceBookingDays,
    Set<String> requiredSkills) {

  /** Changes nothing. */
  public static final ServiceTypeRules NONE =
      new ServiceTypeRules(null, null, null, null, null, Set.of());

  public ServiceTypeRules {
    requiredSkills = Set.copyOf(requiredSkills);
  }
}
