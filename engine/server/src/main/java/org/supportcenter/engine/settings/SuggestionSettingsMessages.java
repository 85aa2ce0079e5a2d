package org.supportcenter.engine.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.refusal.RefusedException;
import org.supportcenter.domain.travel.Leg;
import org.supportcenter.domain.travel.Place;
import org.supportcenter.domain.travel.Point;
import org.supportcenter.domain.travel.StraightLine;
import org.supportcenter.domain.travel.TravelSettings;
import org.supportcenter.engine.wire.Etags;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.engine.wire.UpdateMask;
import org.supportcenter.store.Stored;
import org.supportcenter.v1.SuggestionSettings;
import org.supportcenter.v1.TravelLeg;
import org.supportcenter.v1.TravelPlace;

/** Suggestion settings on the wire. */
final class SuggestionSettingsMessages {

  static final String NAME = "settings/suggestions";

  private SuggestionSettingsMessages() {}

  static SuggestionSettings message(
      Stored<?, org.supportcenter.domain.suggestion.SuggestionSettings> stored) {
    var settings = stored.content();
    var travel = settings.travel();
    return SuggestionSettings.newBuilder()
        .setName(NAME)
        .setWeights(WeightMessages.message(settings.weights()))
        .setTravelSpeed(travel.line().kilometresPerHour())
        .addAllPlaces(travel.places().stream().map(SuggestionSettingsMessages::message).toList())
        .addAllLegs(travel.legs().stream().map(SuggestionSettingsMessages::message).toList())
        .setEtag(Etags.of(stored.version()))
        .build();
  }

  /** The settings after an update; what the update clears has its default again. */
  static org.supportcenter.domain.suggestion.SuggestionSettings edited(
      Stored<?, org.supportcenter.domain.suggestion.SuggestionSettings> stored,
      UpdateMask mask,
      SuggestionSettings update) {
    var edited = mask.apply(message(stored), update);
    var line =
        edited.hasTravelSpeed() ? new StraightLine(edited.getTravelSpeed()) : StraightLine.DEFAULT;
    var places = places(edited.getPlacesList());
    var names = places.stream().map(Place::name).collect(Collectors.toSet());
    return new org.supportcenter.domain.suggestion.SuggestionSettings(
        WeightMessages.weights(edited.getWeights()),
        new TravelSettings(line, places, legs(edited.getLegsList(), names)));
  }

  private static TravelPlace message(Place place) {
    return TravelPlace.newBuilder()
        .setName(place.name())
        .setLatitude(place.centre().latitude())
        .setLongitude(place.centre().longitude())
        .setRadiusMeters(place.radiusMetres())
        .build();
  }

  private static TravelLeg message(Leg leg) {
    return TravelLeg.newBuilder()
        .setFrom(leg.from())
        .setTo(leg.to())
        .setDuration(Times.duration(leg.duration()))
        .build();
  }

  private static List<Place> places(List<TravelPlace> given) {
    var names = new HashSet<String>();
    var places = new ArrayList<Place>();
    for (var place : given) {
      if (!names.add(place.getName())) {
        throw invalid(
            "places[%d].name".formatted(places.size()),
            "must not name \"%s\" twice".formatted(place.getName()));
      }
      places.add(
          new Place(
              place.getName(),
              new Point(place.getLatitude(), place.getLongitude()),
              place.hasRadiusMeters() ? place.getRadiusMeters() : Place.USUAL_RADIUS));
    }
    return places;
  }

  private static List<Leg> legs(List<TravelLeg> given, Set<String> places) {
    var pairs = new HashSet<List<String>>();
    var legs = new ArrayList<Leg>();
    for (var leg : given) {
      var path = "legs[%d]".formatted(legs.size());
      requirePlace(leg.getFrom(), places, path + ".from");
      requirePlace(leg.getTo(), places, path + ".to");
      if (!pairs.add(List.of(leg.getFrom(), leg.getTo()))) {
        throw invalid(
            path,
            "must not lead from \"%s\" to \"%s\" twice".formatted(leg.getFrom(), leg.getTo()));
      }
      var duration =
          Times.duration(leg.getDuration(), TravelSettings.LEG, field(path + ".duration"));
      legs.add(new Leg(leg.getFrom(), leg.getTo(), duration));
    }
    return legs;
  }

  private static void requirePlace(String name, Set<String> places, String path) {
    if (!places.contains(name)) {
      throw invalid(path, "must be a place of these settings, not \"%s\"".formatted(name));
    }
  }

  private static RefusedException invalid(String path, String problem) {
    return new Refusal.FieldsInvalid(field(path), problem).asException();
  }

  private static String field(String path) {
    return "suggestionSettings." + path;
  }
}
