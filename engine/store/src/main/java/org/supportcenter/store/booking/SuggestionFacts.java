package org.supportcenter.store.booking;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.suggestion.SuggestionSettings;
import org.supportcenter.domain.travel.Point;

/** What was found for suggestions, beside what a search for slots finds. */
public final class SuggestionFacts {

  final Neighbours neighbours = new Neighbours();
  final Set<UUID> running = new HashSet<>();
  final Map<UUID, Point> points = new HashMap<>();
  SuggestionSettings settings = SuggestionSettings.DEFAULTS;
  @Nullable Duration shortestService;
  @Nullable UUID lastOfTicket;
  @Nullable UUID lastOfCustomer;
  @Nullable Point lastPlace;

  BookingFacts booking = new BookingFacts(Setup.NONE, neighbours, 0);

  SuggestionFacts() {}

  /** What slots are searched by. */
  public BookingFacts booking() {
    return booking;
  }

  /** Visits that are in progress. */
  public Set<UUID> running() {
    return running;
  }

  /** Where visits are, as far as their coordinates are known. */
  public Map<UUID, Point> points() {
    return points;
  }

  /** Where days begin and end, as far as the coordinates of homes are known, by technician. */
  public Map<UUID, Point> homes() {
    return booking.homes();
  }

  /** How the tenant ranks slots. */
  public SuggestionSettings settings() {
    return settings;
  }

  /** The shortest duration of a service type; null when none has one. */
  public @Nullable Duration shortestService() {
    return shortestService;
  }

  /** Who last visited the ticket or, where it has had no visit, the customer; null: nobody. */
  public @Nullable UUID lastTechnician() {
    return lastOfTicket != null ? lastOfTicket : lastOfCustomer;
  }

  /** Where the customer's latest visit with coordinates is; null: there is none. */
  public @Nullable Point lastPlace() {
    return lastPlace;
  }
}
