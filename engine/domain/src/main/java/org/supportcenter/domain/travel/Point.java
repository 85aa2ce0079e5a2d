package org.supportcenter.domain.travel;

import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.place.Location;

/**
 * A place on the globe whose coordinates are known, WGS 84.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record Point(double latitude, double longitude) {

  /** Mean radius of the Earth, R1 of the International Union of Geodesy and Geophysics. */
  private static final double EARTH_RADIUS_METRES = 6_371_008.8;

  /** Where the location is, or null when nobody gave its coordinates. */
  public static @Nullable Point of(@Nullable Location location) {
    if (location == null) {
      return null;
    }
    var latitude = location.latitude();
    var longitude = location.longitude();
    return latitude == null || longitude == null ? null : new Point(latitude, longitude);
  }

  /**
   * The great-circle distance by the haversine formula, which stays exact for places that are near
   * each other; within 0.6 percent of the distance on the ellipsoid.
   */
  public double metresTo(Point other) {
    var phi = Math.toRadians(latitude);
    var otherPhi = Math.toRadians(other.latitude);
    var haversine =
        haversine(otherPhi - phi)
            + Math.cos(phi)
                * Math.cos(otherPhi)
                * haversine(Math.toRadians(other.longitude - longitude));
    return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(haversine)));
  }

  private static double haversine(double angle) {
    var sine = Math.sin(angle / 2);
    return sine * sine;
  }
}
