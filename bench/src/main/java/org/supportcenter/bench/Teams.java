package org.supportcenter.bench;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two teams whose free time is asked for: one of fifty with 2,100 visits in fourteen days, one of
 * five hundred with a visit each on one day. All work from 08:00 to 18:00 UTC on every day.
 *
 * @param technicians names of the small team
 * @param first the start of the first day
 */
record Teams(List<String> technicians, Instant first) {

  static final String SMALL = "small";
  static final String LARGE = "large";
  static final int DAYS = 14;

  private static final int SMALL_SIZE = 50;
  private static final int LARGE_SIZE = 500;
  private static final int VISITS_A_DAY = 3;
  private static final int[] HOURS = {8, 9, 10, 11, 12, 13, 14, 15, 16};

  /** Makes the teams through the API; the seed decides where the visits are. */
  static Teams create(Api api, long seed) throws IOException, InterruptedException {
    var hours =
        Stream.of(DayOfWeek.values())
            .map(day -> "{\"day\":\"%s\",\"from\":\"08:00\",\"to\":\"18:00\"}".formatted(day))
            .collect(Collectors.joining(","));
    api.patch(
        "/v1/settings/policy",
        "{\"bufferAfter\":\"900s\",\"preventCustomerOverlap\":false,\"weeklyHours\":[%s]}"
            .formatted(hours));
    var customer =
        api.post(
                "/v1/customers",
                "{\"displayName\":\"Customer\",\"email\":\"customer@example.com\"}")
            .get("name")
            .asText();
    var first = LocalDate.now(ZoneOffset.UTC).plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC);
    var random = new Random(seed);
    var small = new ArrayList<String>();
    for (int i = 0; i < SMALL_SIZE; i++) {
      var technician = technician(api, SMALL);
      small.add(technician);
      for (int day = 0; day < DAYS; day++) {
        book(api, technician, customer, first.plus(day, ChronoUnit.DAYS), VISITS_A_DAY, random);
      }
    }
    for (int i = 0; i < LARGE_SIZE; i++) {
      book(api, technician(api, LARGE), customer, first, 1, random);
    }
    return new Teams(small, first);
  }

  private static String technician(Api api, String skill) throws IOException, InterruptedException {
    return api.post(
            "/v1/technicians",
            "{\"displayName\":\"Technician\",\"timeZone\":\"Etc/UTC\",\"skills\":[\"%s\"]}"
                .formatted(skill))
        .get("name")
        .asText();
  }

  /** Visits of half an hour, each in an hour of its own, so that all fit. */
  private static void book(
      Api api, String technician, String customer, Instant day, int visits, Random random)
      throws IOException, InterruptedException {
    var first = random.nextInt(HOURS.length / VISITS_A_DAY);
    for (int i = 0; i < visits; i++) {
      var start = day.plus(HOURS[first + i * VISITS_A_DAY], ChronoUnit.HOURS);
      api.text(
          "/v1/appointments",
          "{\"technician\":\"%s\",\"customer\":\"%s\",\"startTime\":\"%s\",\"duration\":\"1800s\",\"location\":%s}"
              .formatted(technician, customer, start, place(random)));
    }
  }

  /** Somewhere in a town, as JSON. */
  static String place(Random random) {
    return String.format(
        Locale.ROOT,
        "{\"latitude\":%.4f,\"longitude\":%.4f}",
        52.4 + random.nextDouble() / 5,
        13.2 + random.nextDouble() / 3);
  }
}
