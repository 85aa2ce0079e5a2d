package org.supportcenter.domain.suggestion;

import org.supportcenter.domain.travel.TravelSettings;

/**
 * What a tenant prefers when it has the choice, and how its technicians travel.
 *
 * @param weights of the soft rules
 */
public record SuggestionSettings(Weights weights, TravelSettings travel) {

  /** What holds until somebody changes it. */
  public static final SuggestionSettings DEFAULTS =
      new SuggestionSettings(Weights.DEFAULTS, TravelSettings.DEFAULTS);
}
