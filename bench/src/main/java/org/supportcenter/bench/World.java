package org.supportcenter.bench;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The team that is booked: technicians in UTC who work from 09:00 to 17:00 on weekdays, take at
 * most eight visits a day and keep fifteen minutes after each. It hands out places that are all
 * free, spread so that neighbouring calls go to different technicians, as in real life.
 */
final class World {

  private static final Duration VISIT = Duration.ofMinutes(60);
  private static final Duration BUFFER = Duration.ofMinutes(15);
  private static final int VISITS_A_DAY = 6;

  private final List<String> technicians;
  private final List<String> customers;
  private final List<LocalDate> days;
  private final AtomicInteger next = new AtomicInteger();

  private World(List<String> technicians, List<String> customers, List<LocalDate> days) {
    this.technicians = technicians;
    this.customers = customers;
    this.days = days;
  }

  /** Makes the team through the API. */
  static World create(String gateway, String key, int technicians, int customers)
      throws IOException, InterruptedException {
    var api = new Api(gateway, key);
    api.patch(
        "/v1/settings/policy",
        """
        {"bufferAfter":"%ds","defaultDuration":"%ds","maxDailyAppointments":8,
         "advanceBookingDays":3000}\
        """
            .formatted(BUFFER.toSeconds(), VISIT.toSeconds()));
    var technicianNames = new ArrayList<String>();
    for (var i = 0; i < technicians; i++) {
      technicianNames.add(
          api.post(
                  "/v1/technicians",
                  """
                  {"displayName":"Technician %d","timeZone":"Etc/UTC"}\
                  """
                      .formatted(i))
              .get("name")
              .asText());
    }
    var customerNames = new ArrayList<String>();
    for (var i = 0; i < customers; i++) {
      customerNames.add(
          api.post(
                  "/v1/customers",
                  """
                  {"displayName":"Customer %d","email":"%s"}\
                  """
                      .formatted(i, address(i)))
              .get("name")
              .asText());
    }
    var tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(2);
    var days =
        tomorrow
            .datesUntil(tomorrow.plusDays(2900))
            .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
            .toList();
    return new World(technicianNames, customerNames, days);
  }

  /** The next free place; thread-safe. Customers come round later than their visits last. */
  Visit next() {
    var index = next.getAndIncrement();
    var round = index / technicians.size();
    var start =
        days.get(round / VISITS_A_DAY)
            .atTime(LocalTime.of(9, 0))
            .plus(VISIT.plus(BUFFER).multipliedBy(round % VISITS_A_DAY))
            .toInstant(ZoneOffset.UTC);
    var customer = index % customers.size();
    return new Visit(
        technicians.get(index % technicians.size()),
        customers.get(customer),
        address(customer),
        start);
  }

  private static String address(int customer) {
    return "customer%d@example.com".formatted(customer);
  }

  /** Technician ids for statements that bypass the API. */
  List<String> technicians() {
    return technicians;
  }

  List<String> customers() {
    return customers;
  }
}
