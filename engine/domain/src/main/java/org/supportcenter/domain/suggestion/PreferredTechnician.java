package org.supportcenter.domain.suggestion;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The technician the request asks for: the whole weight, anybody else nothing. */
final class PreferredTechnician implements Criterion {

  private final @Nullable UUID preferred;

  PreferredTechnician(Preferences preferences) {
    this.preferred = preferences.preferredTechnician();
  }

  @Override
  public SoftRule rule() {
    return SoftRule.PREFERRED_TECHNICIAN;
  }

  @Override
  public boolean looksAtTechnicianOnly() {
    return true;
  }

  @Override
  public int points(Spot spot, int weight) {
    return isPreferred(spot) ? weight : 0;
  }

  @Override
  public String sentence(Spot spot) {
    if (preferred == null) {
      return "No technician was asked for.";
    }
    return isPreferred(spot)
        ? "It is with the technician asked for."
        : "It is not with the technician asked for.";
  }

  private boolean isPreferred(Spot spot) {
    return spot.roster().enquiry.technician().id().equals(preferred);
  }
}
