package org.supportcenter.domain.refusal;

import java.io.Serial;

/**
 * Carries a {@link Refusal} out of a transaction, which is rolled back, to the caller. Part of
 * ordinary business, so it has no stack trace.
 */
public final class RefusedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final transient Refusal refusal;

  /** Refuses. */
  public RefusedException(Refusal refusal) {
    super(refusal.getClass().getSimpleName(), null, false, false);
    this.refusal = refusal;
  }

  /** Why. */
  public Refusal refusal() {
    return refusal;
  }
}
