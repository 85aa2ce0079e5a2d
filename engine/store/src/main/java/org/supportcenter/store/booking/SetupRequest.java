package org.supportcenter.store.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.time.Span;

/**
 * Whose setup is wanted, and on which dates.
 *
 * @param technicians those that are named
 * @param able instead of named ones all active technicians who have these skills and the service
 *     types'; null for the named ones
 * @param firstDate the first date that matters in any zone
 * @param lastDate the last, included
 */
record SetupRequest(
    Set<UUID> technicians,
    @Nullable Set<String> able,
    Set<UUID> serviceTypes,
    LocalDate firstDate,
    LocalDate lastDate) {

  /** Dates of two zones differ by at most one day, and hours of the day before run over. */
  private static final int DATES_BEFORE = 2;

  private static final int DATES_AFTER = 1;
  private static final int WEEK = 7;

  static SetupRequest of(FactsRequest request) {
    var window = request.reach().inAnyZone();
    return new SetupRequest(
        request.technicians(),
        request.able(),
        request.serviceTypes(),
        utcDate(window.start()).minusDays(DATES_BEFORE),
        utcDate(window.end()).plusDays(DATES_AFTER));
  }

  /** On more dates, which are the same for windows that are near each other. */
  SetupRequest inWholeWeeks() {
    return new SetupRequest(
        technicians,
        able,
        serviceTypes,
        LocalDate.ofEpochDay(Math.floorDiv(firstDate.toEpochDay(), WEEK) * WEEK),
        LocalDate.ofEpochDay(Math.ceilDiv(lastDate.toEpochDay() + 1, WEEK) * WEEK - 1));
  }

  /** The dates as a span, by UTC. */
  Span span() {
    return new Span(start(firstDate), start(lastDate.plusDays(1)));
  }

  private static Instant start(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static LocalDate utcDate(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
