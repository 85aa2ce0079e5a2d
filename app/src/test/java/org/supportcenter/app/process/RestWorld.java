package org.supportcenter.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.supportcenter.domain.policy.Limits;
import org.supportcenter.domain.time.LocalHours;
import org.supportcenter.domain.time.Span;
import org.supportcenter.domain.time.TzDatabase;
import org.supportcenter.domain.time.WallClock;

/**
 * A technician and a colleague of random zone, hours, rules, absences, closures and visits, all of
 * it made through REST, in the days around the next change of clocks or any others ahead.
 */
final class RestWorld {

  private static final List<String> ZONES = List.copyOf(TzDatabase.ids());
  private static final int[] STEP_MINUTES = {60, 45, 37};

  private final Deployment deployment;
  private final Random random;
  private final ZoneId zone;
  private final LocalDate date;
  private final Span window;
  private final Duration step;
  private final Duration duration;
  private final String customer;
  private final String technician;
  private final String colleague;
  private final Map<DayOfWeek, List<LocalHours>> weekly = new HashMap<>();
  private final Map<LocalDate, List<LocalHours>> overrides = new HashMap<>();
  private final List<String> closures = new ArrayList<>();
  private final Duration notice;
  private final Instant began = Instant.now();

  RestWorld(Deployment deployment, long seed) throws Exception {
    this.deployment = deployment;
    random = new Random(seed);
    zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    date = date();
    window = WallClock.days(date.minusDays(1), date.plusDays(1), zone);
    step = Duration.ofMinutes(STEP_MINUTES[random.nextInt(STEP_MINUTES.length)]);
    duration = Duration.ofMinutes(15L + random.nextInt(12) * 15L);
    customer = created("/v1/customers", "{\"displayName\": \"Grace\"}");
    var person = "{\"displayName\": \"Ada\", \"timeZone\": \"%s\"}".formatted(zone);
    technician = created("/v1/technicians", person);
    colleague = created("/v1/technicians", person);
    notice = random.nextInt(3) == 0 ? notice() : Duration.ZERO;
    deployment.ask("PATCH", "/v1/" + technician + "/policy", policy());
    deployment.ask("PATCH", "/v1/" + colleague + "/policy", "{\"advanceBookingDays\": 400}");
    for (int i = random.nextInt(5); i > 0; i--) {
      visit(technician);
    }
    if (random.nextInt(3) == 0) {
      var off = span();
      created(
          "/v1/" + technician + "/timeOff",
          "{\"startTime\": \"%s\", \"endTime\": \"%s\"}".formatted(off.start(), off.end()));
    }
    if (random.nextInt(3) == 0) {
      override();
    }
    if (random.nextInt(4) == 0) {
      var closed = oneOfTheDays();
      var day = "{\"startDate\": \"%s\", \"endDate\": \"%s\"}".formatted(closed, closed);
      closures.add(created("/v1/closures", day));
    }
  }

  @Override
  public String toString() {
    return "world in %s around %s".formatted(zone, date);
  }

  /** Takes away what holds for everybody, and not only for its technicians. */
  void end() throws Exception {
    for (var closure : closures) {
      deployment.ask("DELETE", "/v1/" + closure, "");
    }
  }

  /** Books the colleague somewhere. */
  void disturb() throws Exception {
    visit(colleague);
  }

  /** All listed starts. */
  TreeSet<Instant> listed() throws Exception {
    var listed = new TreeSet<Instant>();
    var size = 1 + random.nextInt(40);
    var token = "";
    do {
      var page =
          deployment.ask(
              "POST",
              "/v1/availability:listSlots",
              """
              {"startTime": "%s", "endTime": "%s", "duration": "%ds", "technicians": ["%s"],
               "customer": "%s", "pageSize": %d, "pageToken": "%s"}
              """
                  .formatted(
                      window.start(),
                      window.end(),
                      duration.toSeconds(),
                      technician,
                      customer,
                      size,
                      token));
      page.get("slots").forEach(slot -> listed.add(Instant.parse(slot.get("startTime").asText())));
      token = page.get("nextPageToken").asText();
    } while (!token.isEmpty());
    return listed;
  }

  /**
   * Whether the notice has run out for the start since the world began, so that of two answers
   * about it either is right.
   */
  boolean cameTooNear(Instant start) {
    return !notice.isZero()
        && !start.isBefore(began.plus(notice))
        && !start.isAfter(Instant.now().plus(notice));
  }

  /** Every start on the grid in the window, free or not. */
  TreeSet<Instant> grid() {
    var grid = new TreeSet<Instant>();
    for (var day = date.minusDays(3); day.isBefore(date.plusDays(4)); day = day.plusDays(1)) {
      for (var hours : overrides.getOrDefault(day, weekly.get(day.getDayOfWeek()))) {
        var interval = hours.on(day, zone);
        for (var start = interval == null ? window.end() : interval.start();
            interval != null && interval.contains(start);
            start = start.plus(step)) {
          if (window.contains(start)) {
            grid.add(start);
          }
        }
      }
    }
    return grid;
  }

  /** Whether a booking would be accepted, as the gateway's dry run says. */
  boolean isBookable(String gateway, Instant start) throws Exception {
    var answer =
        deployment.send("POST", gateway + "/v1/appointments?validateOnly=true", body(start));
    assertThat(answer.statusCode()).as(answer::body).isIn(200, 409);
    return answer.statusCode() == 200;
  }

  private String body(Instant start) {
    return """
    {"technician": "%s", "customer": "%s", "startTime": "%s", "duration": "%ds"}
    """
        .formatted(technician, customer, start, duration.toSeconds());
  }

  private LocalDate date() {
    var day = LocalDate.now(zone).plusDays(4L + random.nextInt(200));
    var next = zone.getRules().nextTransition(day.atStartOfDay(zone).toInstant());
    var last = day.plusDays(190);
    return next == null || next.getDateTimeBefore().toLocalDate().isAfter(last)
        ? day
        : next.getDateTimeBefore().toLocalDate();
  }

  /** Until somewhere in the window. */
  private Duration notice() {
    var most = Limits.NOTICE.max();
    var until = Duration.between(began, span().start()).truncatedTo(ChronoUnit.SECONDS);
    return until.compareTo(most) > 0 ? most : until;
  }

  private LocalDate oneOfTheDays() {
    return date.plusDays(random.nextInt(3) - 1L);
  }

  /** Gives one of the days other hours, or none. */
  private void override() throws Exception {
    var day = oneOfTheDays();
    var hours = random.nextInt(3) == 0 ? List.<LocalHours>of() : List.of(hours());
    overrides.put(day, hours);
    created(
        "/v1/" + technician + "/dateOverrides",
        "{\"date\": \"%s\", \"hours\": %s}"
            .formatted(day, hours.stream().map(one -> "{%s}".formatted(json(one))).toList()));
  }

  private String policy() {
    var week = new ArrayList<String>();
    for (var day : DayOfWeek.values()) {
      var hours = random.nextInt(7) == 0 ? List.<LocalHours>of() : List.of(hours());
      weekly.put(day, hours);
      hours.forEach(one -> week.add("{\"day\": \"%s\", %s}".formatted(day, json(one))));
    }
    return """
    {"weeklyHours": %s, "minimumNotice": "%ds", "slotStep": "%ds", "bufferBefore": "%ds",
     "bufferAfter": "%ds", "maxDailyAppointments": %d, "advanceBookingDays": 400}
    """
        .formatted(
            week,
            notice.toSeconds(),
            step.toSeconds(),
            300 * random.nextInt(4),
            300 * random.nextInt(7),
            1 + random.nextInt(5));
  }

  private static String json(LocalHours hours) {
    return "\"from\": \"%s\", \"to\": \"%s\"".formatted(hours.from(), hours.to());
  }

  private LocalHours hours() {
    var from = random.nextInt(40) * 30;
    var to = random.nextInt(4) == 0 ? 1440 : (from + 60 + random.nextInt(30) * 30) % 1440;
    return LocalHours.of(clock(from), clock(to));
  }

  private static String clock(int minutes) {
    return "%02d:%02d".formatted(minutes / 60, minutes % 60);
  }

  /** Books with the rules waived that stand in the way most; what cannot be had is left out. */
  private void visit(String who) throws Exception {
    var span = span();
    var answer =
        deployment.send(
            "POST",
            deployment.addresses().getLast()
                + "/v1/appointments?waive=OUTSIDE_WORKING_HOURS&waive=DAILY_LIMIT_REACHED"
                + "&waive=NOTICE_TOO_SHORT"
                + "&waiveJustification=to+fill+the+world",
            """
            {"technician": "%s", "newCustomer": {"displayName": "Grace"}, "startTime": "%s",
             "duration": "%ds"}
            """
                .formatted(who, span.start(), span.length().toSeconds()));
    assertThat(answer.statusCode()).as(answer::body).isIn(200, 409);
  }

  private Span span() {
    var start =
        window.start().plusSeconds(random.nextLong(window.length().toSeconds()) / 900 * 900);
    return Span.of(start, Duration.ofMinutes(15L * (1 + random.nextInt(8))));
  }

  private String created(String path, String body) throws Exception {
    return deployment.ask("POST", path, body).get("name").asText();
  }
}
