package org.supportcenter.store.booking;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.suggestion.SuggestionSettings;
import org.supportcenter.domain.travel.Point;

/** What was found for suggestions, beside what a search for slots finds. */
public final class SuggestionFacts {

  private final BookingFacts booking;
  private final SuggestionNeighbours found;

  SuggestionFacts(BookingFacts booking, SuggestionNeighbours found) {
    this.booking = booking;
    this.found = found;
  }

  /** What slots are searched by. */
  public BookingFacts booking() {
    return booking;
  }

  /** Visits that are in progress. */
  public Set<UUID> running() {
    return found.running;
  }

  /** Where visits are, as far as their coordinates are known. */
  public Map<UUID, Point> points() {
    return found.points;
  }

  /** Where days begin and end, as far as the coordinates of homes are known, by technician. */
  public Map<UUID, Point> homes() {
    return booking.homes();
  }

  /** How the tenant ranks slots. */
  public SuggestionSettings settings() {
    return found.settings;
  }

  /** The shortest duration of a service type; null when none has one. */
  public @Nullable Duration shortestService() {
    return found.shortestService;
  }

  /** Who last visited the ticket or, where it has had no visit, the customer; null: nobody. */
  public @Nullable UUID lastTechnician() {
    return found.lastOfTicket != null ? found.lastOfTicket : found.lastOfCustomer;
  }

  /** Where the customer's latest visit with coordinates is; null: there is none. */
  public @Nullable Point lastPlace() {
    return found.lastPlace;
  }
}
