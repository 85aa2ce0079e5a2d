package org.supportcenter.store.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.supportcenter.domain.travel.Leg;
import org.supportcenter.domain.travel.Place;
import org.supportcenter.domain.travel.Point;
import org.supportcenter.domain.travel.StraightLine;
import org.supportcenter.domain.travel.TravelSettings;
import org.supportcenter.schema.jooq.tables.records.SuggestionSettingsRecord;
import org.supportcenter.store.Seconds;

/** How the settings' columns hold speed and distance matrix. */
final class TravelColumns {

  private TravelColumns() {}

  static TravelSettings read(SuggestionSettingsRecord row) {
    var speed = row.getTravelSpeed();
    return new TravelSettings(
        speed == null ? StraightLine.DEFAULT : new StraightLine(speed), places(row), legs(row));
  }

  static void write(TravelSettings travel, SuggestionSettingsRecord row) {
    var line = travel.line();
    row.setTravelSpeed(
        line.equals(StraightLine.DEFAULT) ? null : Double.valueOf(line.kilometresPerHour()));
    var places = travel.places();
    var names = places.stream().map(Place::name).toList();
    row.setPlaceNames(names.toArray(String[]::new));
    row.setPlaceLatitudes(
        places.stream().map(place -> place.centre().latitude()).toArray(Double[]::new));
    row.setPlaceLongitudes(
        places.stream().map(place -> place.centre().longitude()).toArray(Double[]::new));
    row.setPlaceRadiiMetres(places.stream().map(Place::radiusMetres).toArray(Integer[]::new));
    var legs = travel.legs();
    row.setLegOrigins(legs.stream().map(leg -> names.indexOf(leg.from())).toArray(Integer[]::new));
    row.setLegDestinations(
        legs.stream().map(leg -> names.indexOf(leg.to())).toArray(Integer[]::new));
    row.setLegSeconds(
        legs.stream()
            .map(leg -> Objects.requireNonNull(Seconds.of(leg.duration())))
            .toArray(Integer[]::new));
  }

  private static List<Place> places(SuggestionSettingsRecord row) {
    var places = new ArrayList<Place>();
    for (int i = 0; i < row.getPlaceNames().length; i++) {
      places.add(
          new Place(
              row.getPlaceNames()[i],
              new Point(row.getPlaceLatitudes()[i], row.getPlaceLongitudes()[i]),
              row.getPlaceRadiiMetres()[i]));
    }
    return places;
  }

  private static List<Leg> legs(SuggestionSettingsRecord row) {
    var names = row.getPlaceNames();
    var legs = new ArrayList<Leg>();
    for (int i = 0; i < row.getLegSeconds().length; i++) {
      legs.add(
          new Leg(
              names[row.getLegOrigins()[i]],
              names[row.getLegDestinations()[i]],
              Duration.ofSeconds(row.getLegSeconds()[i])));
    }
    return legs;
  }
}
