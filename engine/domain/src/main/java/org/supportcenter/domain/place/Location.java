package org.supportcenter.domain.place;

import org.jspecify.annotations.Nullable;

/**
 * A place as a person wrote it, with its coordinates where they are known.
 *
 * @param address postal address or directions, maybe empty
 * @param coordinates null when unknown
 */
public record Location(String address, @Nullable Coordinates coordinates) {

  /**
   * A point on the map, WGS 84.
   *
   * @param latitude degrees north, -90 to 90
   * @param longitude degrees east, -180 to 180
   */
  public record Coordinates(double latitude, double longitude) {}
}
