package org.supportcenter.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A vehicle routing problem with time windows, as in the files of Solomon (1987) and of Gehring and
 * Homberger (1999): plane coordinates, Euclidean distances, and a distance of one takes a time of
 * one.
 *
 * @param vehicles most vehicles
 * @param capacity of each vehicle
 * @param places the depot first, then the customers
 */
record VrptwInstance(String name, int vehicles, int capacity, List<Place> places) {

  private static final Pattern NUMBERS = Pattern.compile("\\s*\\d[\\d.\\s]*");
  private static final int FIELDS_OF_PLACE = 7;

  /**
   * The depot or a customer.
   *
   * @param ready service does not begin before
   * @param due service does not begin after
   * @param service how long it takes
   */
  record Place(double x, double y, int demand, double ready, double due, double service) {

    double distanceTo(Place other) {
      return Math.hypot(x - other.x, y - other.y);
    }
  }

  VrptwInstance {
    places = List.copyOf(places);
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it is not of that form
   */
  static VrptwInstance read(Path file) throws IOException {
    var lines = Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    var rows = lines.stream().filter(line -> NUMBERS.matcher(line).matches()).toList();
    if (rows.size() < 3 || numbers(rows.getFirst()).length != 2) {
      throw new IllegalArgumentException(
          "%s has no line with the number of vehicles and their capacity".formatted(file));
    }
    var fleet = numbers(rows.getFirst());
    var places = new ArrayList<Place>();
    for (var row : rows.subList(1, rows.size())) {
      var field = numbers(row);
      if (field.length != FIELDS_OF_PLACE) {
        throw new IllegalArgumentException("%s: not a customer: %s".formatted(file, row.strip()));
      }
      places.add(new Place(field[1], field[2], (int) field[3], field[4], field[5], field[6]));
    }
    return new VrptwInstance(lines.getFirst().strip(), (int) fleet[0], (int) fleet[1], places);
  }

  /** The same with at most so many vehicles. */
  VrptwInstance withVehicles(int most) {
    return new VrptwInstance(name, most, capacity, places);
  }

  /**
   * The distance of routes from the depot and back.
   *
   * @param routes customers in order, counted from zero
   */
  double distance(List<List<Integer>> routes) {
    var distance = 0.0;
    for (var route : routes) {
      int at = 0;
      for (int customer : route) {
        distance += places.get(at).distanceTo(places.get(customer + 1));
        at = customer + 1;
      }
      distance += places.get(at).distanceTo(places.getFirst());
    }
    return distance;
  }

  private static double[] numbers(String line) {
    return Pattern.compile("\\s+")
        .splitAsStream(line.strip())
        .mapToDouble(Double::parseDouble)
        .toArray();
  }
}
