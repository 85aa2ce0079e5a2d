package org.supportcenter.domain.travel;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * Travel by the legs a tenant gave. A point is at the nearest of the places whose radius it lies
 * in. A leg given one way only holds both ways; where there is none, the straight line counts.
 */
final class DistanceMatrix implements TravelTimes {

  private static final int UNKNOWN = -1;

  private final TravelTimes otherwise;
  private final List<Place> places;
  private final int[] seconds;

  DistanceMatrix(TravelSettings settings) {
    this.otherwise = settings.line();
    this.places = settings.places();
    this.seconds = new int[places.size() * places.size()];
    Arrays.fill(seconds, UNKNOWN);
    var indices = new HashMap<String, Integer>();
    for (var place : places) {
      indices.put(place.name(), indices.size());
    }
    for (var leg : settings.legs()) {
      var from = indices.get(leg.from());
      var to = indices.get(leg.to());
      if (from == null || to == null) {
        throw new IllegalArgumentException("A leg leads to no known place: " + leg);
      }
      seconds[cell(from, to)] = Math.toIntExact(leg.duration().toSeconds());
    }
    for (int from = 0; from < places.size(); from++) {
      for (int to = 0; to < places.size(); to++) {
        if (seconds[cell(from, to)] == UNKNOWN) {
          seconds[cell(from, to)] = seconds[cell(to, from)];
        }
      }
    }
  }

  @Override
  public Duration between(Point from, Point to) {
    var start = placeOf(from);
    var end = start == UNKNOWN ? UNKNOWN : placeOf(to);
    var known = end == UNKNOWN ? UNKNOWN : seconds[cell(start, end)];
    return known == UNKNOWN ? otherwise.between(from, to) : Duration.ofSeconds(known);
  }

  private int placeOf(Point point) {
    int nearest = UNKNOWN;
    var least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < places.size(); i++) {
      var metres = places.get(i).reach(point);
      if (metres < least) {
        least = metres;
        nearest = i;
      }
    }
    return nearest;
  }

  private int cell(int from, int to) {
    return from * places.size() + to;
  }
}
