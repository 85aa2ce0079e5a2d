package org.supportcenter.domain.schedule;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.time.Span;

/**
 * One asked-for visit: a create, a move, a confirm, a check.
 *
 * @param id the stored appointment that is moved, confirmed or excluded, so that what is stored of
 *     it is not counted against it; null for a new one
 * @param technician with the policy resolved for the visit's service type
 * @param customerId null when no customer is given, which leaves customer overlap out
 * @param bufferBefore the buffers to book under: stored ones on a confirm, else the policy's
 * @param requiredSkills the visit's own united with its service type's
 * @param startIsNew false when only something else than the start changes
 */
public record Candidate(
    @Nullable UUID id,
    TechnicianFacts technician,
    @Nullable UUID customerId,
    Span span,
    Duration bufferBefore,
    Duration bufferAfter,
    Set<String> requiredSkills,
    boolean startIsNew)
    implements Proposal {

  public Candidate {
    requiredSkills = Set.copyOf(requiredSkills);
  }
}
