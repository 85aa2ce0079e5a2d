package org.supportcenter.engine.resource;

import org.supportcenter.domain.place.Location;
import org.supportcenter.domain.refusal.Refusal;

/** Places on the wire. */
public final class Locations {

  private Locations() {}

  /** A place for the wire. */
  public static org.supportcenter.v1.Location message(Location location) {
    var message = org.supportcenter.v1.Location.newBuilder().setAddress(location.address());
    var latitude = location.latitude();
    var longitude = location.longitude();
    if (latitude != null && longitude != null) {
      message.setLatitude(latitude).setLongitude(longitude);
    }
    return message.build();
  }

  /**
   * A place from the wire.
   *
   * @param field where it was given, in lowerCamel
   * @throws org.supportcenter.domain.refusal.RefusedException if only one coordinate is given
   */
  public static Location location(org.supportcenter.v1.Location message, String field) {
    if (message.hasLatitude() != message.hasLongitude()) {
      var missing = message.hasLatitude() ? "longitude" : "latitude";
      throw new Refusal.FieldsInvalid(
              field + "." + missing, "must be given: both coordinates, or none")
          .asException();
    }
    return message.hasLatitude()
        ? new Location(message.getAddress(), message.getLatitude(), message.getLongitude())
        : new Location(message.getAddress(), null, null);
  }
}
