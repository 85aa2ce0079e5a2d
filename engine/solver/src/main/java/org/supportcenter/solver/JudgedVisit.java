package org.supportcenter.solver;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.schedule.Candidate;
import org.supportcenter.domain.schedule.Proposal;
import org.supportcenter.domain.schedule.TechnicianFacts;
import org.supportcenter.domain.time.Span;

/**
 * A candidate as Timefold sees it. Public, with getters, setters and an empty constructor, because
 * Timefold asks for them.
 */
@PlanningEntity
public final class JudgedVisit implements Proposal {

  private final @Nullable Candidate candidate;
  private final Instant now;
  private @Nullable Instant start;

  /** For Timefold, which makes one to learn the class. */
  public JudgedVisit() {
    this.candidate = null;
    this.now = Instant.EPOCH;
  }

  JudgedVisit(Candidate candidate, Instant now) {
    this.candidate = candidate;
    this.now = now;
    this.start = candidate.span().start();
  }

  /** Where the visit stands. */
  @PlanningVariable
  public @Nullable Instant getStart() {
    return start;
  }

  /** Moves the visit. */
  public void setStart(@Nullable Instant start) {
    this.start = start;
  }

  /** The clock the visit is judged by. */
  Instant now() {
    return now;
  }

  private Candidate candidate() {
    if (candidate == null) {
      throw new IllegalStateException("A judged visit without a candidate");
    }
    return candidate;
  }

  @Override
  public @Nullable UUID id() {
    return candidate().id();
  }

  @Override
  public TechnicianFacts technician() {
    return candidate().technician();
  }

  @Override
  public @Nullable UUID customerId() {
    return candidate().customerId();
  }

  @Override
  public Span span() {
    var span = candidate().span();
    return start == null || start.equals(span.start()) ? span : Span.of(start, span.length());
  }

  @Override
  public Duration bufferBefore() {
    return candidate().bufferBefore();
  }

  @Override
  public Duration bufferAfter() {
    return candidate().bufferAfter();
  }

  @Override
  public Set<String> requiredSkills() {
    return candidate().requiredSkills();
  }

  @Override
  public boolean startIsNew() {
    return candidate().startIsNew();
  }
}
