package org.supportcenter.domain.appointment;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.time.Span;

/**
 * What was booked: everything about an appointment that the rules look at, except for whom.
 *
 * @param serviceTypeId null when it is of no named kind
 * @param requiredSkills needed beyond the service type's, in the order given, each once
 * @param bufferBefore time kept free before it, as booked
 * @param bufferAfter time kept free after it, as booked
 * @param timeZone the technician's zone when it was booked
 */
public record Terms(
    UUID technicianId,
    @Nullable UUID serviceTypeId,
    Span span,
    List<String> requiredSkills,
    Duration bufferBefore,
    Duration bufferAfter,
    ZoneId timeZone) {

  public Terms {
    requiredSkills = List.copyOf(requiredSkills);
  }

  /**
   * Whether the visit keeps the buffers it was booked with when it is booked anew like this. With
   * another technician, or as something else, it gets those of the policy.
   */
  public boolean keepsBuffers(UUID technician, @Nullable UUID serviceType) {
    return technicianId.equals(technician) && Objects.equals(serviceTypeId, serviceType);
  }

  /** The span with its buffers. */
  public Span occupied() {
    return span.widen(bufferBefore, bufferAfter);
  }
}
