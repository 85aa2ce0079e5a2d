package org.supportcenter.domain.hold;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.schedule.Candidate;
import org.supportcenter.domain.time.Span;

/**
 * A time that is kept until it is booked or expires.
 *
 * @param customerId for whom; null when nobody was named
 * @param bufferBefore the buffers it was judged under
 * @param timeZone the technician's
 * @param expireTime from then on it counts no more
 */
public record Hold(
    UUID id,
    UUID technicianId,
    @Nullable UUID customerId,
    Span span,
    Duration bufferBefore,
    Duration bufferAfter,
    ZoneId timeZone,
    Instant expireTime) {

  /** Holds of one caller that have not expired, at most. */
  public static final int MOST_OF_CALLER = 50;

  /** Holds of a whole tenant that have not expired, at most. */
  public static final int MOST_OF_TENANT = 500;

  /** For how long a time is kept when nobody says. */
  public static final Duration DEFAULT_TIME_TO_LIVE = Duration.ofMinutes(5);

  /** Keeps the place of a visit that breaks no rule. */
  public static Hold of(Candidate visit, UUID id, Instant expireTime) {
    return new Hold(
        id,
        visit.technicianId(),
        visit.customerId(),
        visit.span(),
        visit.bufferBefore(),
        visit.bufferAfter(),
        visit.technician().zone(),
        expireTime);
  }
}
