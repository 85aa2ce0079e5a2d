package org.supportcenter.store.booking;

import static org.supportcenter.schema.jooq.Tables.APPOINTMENT;
import static org.supportcenter.schema.jooq.Tables.SUGGESTION_SETTINGS;

import java.time.Instant;
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

  /**
   * Reads facts in one round trip, or two when it is to be found out who is able.
   *
   * @param ticket whose last visit is looked for; null: nobody's
   * @param customer likewise
   * @param now holds that have expired by then are no facts
   */
  public SuggestionFacts read(
      Tx tx, FactsRequest request, @Nullable UUID ticket, @Nullable UUID customer, Instant now) {
    var facts = new SuggestionFacts();
    var values = BookingFactsStore.values(request);
    values.put("lastTicket", Objects.requireNonNullElse(ticket, BookingFactsStore.NOBODY));
    values.put("lastCustomer", Objects.requireNonNullElse(customer, BookingFactsStore.NOBODY));
    var pipeline = BookingFactsStore.dated(facts.booking);
    BookingFactsStore.ask(tx, pipeline, request, values, facts.booking);
    pipeline
        .askForRows(FactQueries.OF_PLACED_VISITS, VisitRows.into(facts, now))
        .ask(
            SuggestionQueries.OF_SETTINGS,
            row -> facts.settings = SuggestionSettingsStore.settings(row.into(SUGGESTION_SETTINGS)))
        .ask(
            SuggestionQueries.OF_SHORTEST_SERVICE,
            row -> facts.shortestService = Seconds.read(row.get(SuggestionQueries.SHORTEST)))
        .ask(SuggestionQueries.OF_EARLIER_VISITS, row -> addEarlier(facts, row))
        .send(tx, values);
    return facts;
  }

  private static void addEarlier(SuggestionFacts facts, Record row) {
    var technician = row.get(APPOINTMENT.TECHNICIAN_ID);
    switch (SuggestionQueries.Earlier.valueOf(row.get(SuggestionQueries.WHICH))) {
      case LAST_OF_TICKET -> facts.lastOfTicket = technician;
      case LAST_OF_CUSTOMER -> facts.lastOfCustomer = technician;
      case LAST_WITH_COORDINATES ->
          facts.lastPlace = point(row, APPOINTMENT.LATITUDE, APPOINTMENT.LONGITUDE);
    }
  }

  /** The point in two columns; null where they hold none. */
  static @Nullable Point point(Record row, Field<Double> latitude, Field<Double> longitude) {
    var north = row.get(latitude);
    var east = row.get(longitude);
    return north == null || east == null ? null : new Point(north, east);
  }
}
