package org.supportcenter.domain.suggestion;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who last visited the ticket, or else the customer: the whole weight, anybody else nothing. */
final class SameTechnician implements Criterion {

  private final @Nullable UUID last;

  SameTechnician(Preferences preferences) {
    this.last = preferences.lastTechnician();
  }

  @Override
  public SoftRule rule() {
    return SoftRule.SAME_TECHNICIAN;
  }

  @Override
  public boolean looksAtTechnicianOnly() {
    return true;
  }

  @Override
  public int points(Spot spot, int weight) {
    return isSame(spot) ? weight : 0;
  }

  @Override
  public String sentence(Spot spot) {
    if (last == null) {
      return "Nobody is known to have visited this customer before.";
    }
    return isSame(spot)
        ? "The technician made the last visit."
        : "Another technician made the last visit.";
  }

  private boolean isSame(Spot spot) {
    return spot.roster().enquiry.technician().id().equals(last);
  }
}
