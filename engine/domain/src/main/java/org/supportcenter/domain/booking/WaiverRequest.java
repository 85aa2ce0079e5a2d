package org.supportcenter.domain.booking;

import java.util.Set;
import org.supportcenter.domain.rule.Reason;

/**
 * Rules a manager wants set aside. Naming one that nobody may waive changes nothing: it still
 * refuses when it is broken.
 *
 * @param justification why; empty only when no rule is named
 */
public record WaiverRequest(Set<Reason> reasons, String justification) {

  /** Sets nothing aside. */
  public static final WaiverRequest NONE = new WaiverRequest(Set.of(), "");

  public WaiverRequest {
    reasons = Set.copyOf(reasons);
  }

  boolean covers(Reason reason) {
    return reason.waivable() && reasons.contains(reason);
  }
}
