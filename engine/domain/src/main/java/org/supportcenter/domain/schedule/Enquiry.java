package org.supportcenter.domain.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.time.Span;

/**
 * A visit that still wants a start: what is asked of one technician. The fields mean what they mean
 * in {@link Candidate}.
 *
 * @param duration elapsed time, above zero
 */
public record Enquiry(
    @Nullable UUID id,
    TechnicianFacts technician,
    @Nullable UUID customerId,
    Duration duration,
    Duration bufferBefore,
    Duration bufferAfter,
    Set<String> requiredSkills) {

  public Enquiry {
    requiredSkills = Set.copyOf(requiredSkills);
  }

  /** The same visit as the candidate, at any other time. */
  public static Enquiry like(Candidate candidate) {
    return new Enquiry(
        candidate.id(),
        candidate.technician(),
        candidate.customerId(),
        candidate.span().length(),
        candidate.bufferBefore(),
        candidate.bufferAfter(),
        candidate.requiredSkills());
  }

  /** The same visit with another technician, under that technician's buffers. */
  public Enquiry with(TechnicianFacts other) {
    return new Enquiry(
        id,
        other,
        customerId,
        duration,
        other.policy().bufferBefore(),
        other.policy().bufferAfter(),
        requiredSkills);
  }

  /** The same visit under other buffers. */
  public Enquiry under(Duration before, Duration after) {
    return new Enquiry(id, technician, customerId, duration, before, after, requiredSkills);
  }

  /** The visit at a start, which counts as new. */
  public Candidate at(Instant start) {
    return new Candidate(
        id,
        technician,
        customerId,
        Span.of(start, duration),
        bufferBefore,
        bufferAfter,
        requiredSkills,
        true);
  }
}
