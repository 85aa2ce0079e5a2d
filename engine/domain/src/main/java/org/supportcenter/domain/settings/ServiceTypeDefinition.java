package org.supportcenter.domain.settings;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.policy.ServiceTypeRules;

/**
 * A kind of visit as it was entered; null leaves the technician's policy as it is.
 *
 * @param displayName never blank
 * @param requiredSkills without repeats, in the order they were written
 */
public record ServiceTypeDefinition(
    String displayName,
    @Nullable Duration duration,
    @Nullable Duration bufferBefore,
    @Nullable Duration bufferAfter,
    @Nullable Duration minimumNotice,
    @Nullable Integer advanceBookingDays,
    List<String> requiredSkills) {

  public ServiceTypeDefinition {
    requiredSkills = List.copyOf(requiredSkills);
  }

  /** What the service type changes about a booking. */
  public ServiceTypeRules rules() {
    return new ServiceTypeRules(
        duration,
        bufferBefore,
        bufferAfter,
        minimumNotice,
        advanceBookingDays,
        Set.copyOf(requiredSkills));
  }
}
