package org.supportcenter.store.booking;

import static org.supportcenter.schema.jooq.Tables.APPOINTMENT;
import static org.supportcenter.schema.jooq.Tables.SUGGESTION_SETTINGS;
import static org.supportcenter.store.booking.BookingFactsStore.NOBODY;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.travel.Point;
import org.supportcenter.store.Seconds;
import org.supportcenter.store.Tx;
import org.supportcenter.store.settings.SuggestionSettingsStore;

/** Reads what suggestions are made on. */
public final class SuggestionFactsStore {

  private final SetupCache setups;

  /** Reads with the setups that were read lately. */
  public SuggestionFactsStore(SetupCache setups) {
    this.setups = setups;
  }

  /**
   * Reads facts: in one round trip as long as the setup is known, in one or two more otherwise.
   *
   * @param ticket whose last visit is looked for; null: nobody's
   * @param customer likewise
   * @param now holds that have expired by then are no facts
   */
  public SuggestionFacts read(
      Tx tx, FactsRequest request, @Nullable UUID ticket, @Nullable UUID customer, Instant now) {
    var found =
        setups.read(
            tx,
            request,
            (pipeline, window, asked) -> {
              var neighbours = new SuggestionNeighbours();
              var values = BookingFactsStore.values(request, window, asked);
              BookingFactsStore.askForCustomers(pipeline, request, values, neighbours.visits);
              ask(pipeline, values, now, neighbours);
              if (ticket != null || customer != null) {
                askForEarlier(pipeline, ticket, customer, neighbours);
              }
              pipeline.send(tx);
              return neighbours;
            });
    var neighbours = found.beside();
    return new SuggestionFacts(
        new BookingFacts(found.setup(), neighbours.visits, found.dataVersion()), neighbours);
  }

  private static void ask(
      Pipeline pipeline, Map<String, Object> values, Instant now, SuggestionNeighbours found) {
    pipeline
        .askForRows(FactQueries.OF_PLACED_VISITS, values, VisitRows.into(found, now))
        .ask(
            SuggestionQueries.OF_SETTINGS,
            values,
            row -> found.settings = SuggestionSettingsStore.settings(row.into(SUGGESTION_SETTINGS)))
        .ask(
            SuggestionQueries.OF_SHORTEST_SERVICE,
            values,
            row -> found.shortestService = Seconds.read(row.get(SuggestionQueries.SHORTEST)));
  }

  private static void askForEarlier(
      Pipeline pipeline,
      @Nullable UUID ticket,
      @Nullable UUID customer,
      SuggestionNeighbours found) {
    Map<String, Object> values =
        Map.of(
            "lastTicket", Objects.requireNonNullElse(ticket, NOBODY),
            "lastCustomer", Objects.requireNonNullElse(customer, NOBODY));
    pipeline.ask(SuggestionQueries.OF_EARLIER_VISITS, values, row -> addEarlier(found, row));
  }

  private static void addEarlier(SuggestionNeighbours found, Record row) {
    var technician = row.get(APPOINTMENT.TECHNICIAN_ID);
    switch (SuggestionQueries.Earlier.valueOf(row.get(SuggestionQueries.WHICH))) {
      case LAST_OF_TICKET -> found.lastOfTicket = technician;
      case LAST_OF_CUSTOMER -> found.lastOfCustomer = technician;
      case LAST_WITH_COORDINATES ->
          found.lastPlace = point(row, APPOINTMENT.LATITUDE, APPOINTMENT.LONGITUDE);
    }
  }

  /** The point in two columns; null where they hold none. */
  static @Nullable Point point(Record row, Field<Double> latitude, Field<Double> longitude) {
    var north = row.get(latitude);
    var east = row.get(longitude);
    return north == null || east == null ? null : new Point(north, east);
  }
}
