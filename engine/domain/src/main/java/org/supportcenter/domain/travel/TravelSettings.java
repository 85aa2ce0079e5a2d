package org.supportcenter.domain.travel;

import java.time.Duration;
import java.util.List;
import org.supportcenter.domain.policy.Limits.DurationRange;

/**
 * How a tenant's technicians travel.
 *
 * @param line along which, and how fast, where no leg says how long it takes
 * @param places each name once
 * @param legs of the distance matrix, between these places, each pair once
 */
public record TravelSettings(StraightLine line, List<Place> places, List<Leg> legs) {

  /** Length of a leg. */
  public static final DurationRange LEG = new DurationRange(Duration.ZERO, Duration.ofHours(24));

  /** What holds until somebody changes it. */
  public static final TravelSettings DEFAULTS =
      new TravelSettings(StraightLine.DEFAULT, List.of(), List.of());

  public TravelSettings {
    places = List.copyOf(places);
    legs = List.copyOf(legs);
  }

  /** How long ways take by these settings. */
  public TravelTimes times() {
    return legs.isEmpty() ? line : new DistanceMatrix(this);
  }
}
