package org.supportcenter.app.start;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.protobuf.Timestamp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.supportcenter.app.demo.EngineClient;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.CreateAppointmentRequest;
import org.supportcenter.v1.NewCustomer;

/**
 * A minute of what callers do all day, so that the JDK remembers not only how to start but also how
 * to book: what it has seen run often it compiles well from the start, which takes it three minutes
 * of heavy load otherwise.
 */
final class Rehearsal {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LENGTH = Duration.ofSeconds(60);
  private static final int CALLERS = 4;
  private static final int TECHNICIANS = 40;
  private static final int VISIT_SECONDS = 45 * 60;

  /** When a day's visits of 45 minutes start: within the hours a technician is made with. */
  private static final int[] HOURS = {9, 10, 11, 13, 14, 15};

  private static final int LAST_DAY = 2_900;

  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger next = new AtomicInteger();
  private final String gateway;
  private final String key;
  private final LocalDate firstDay;

  /** A visit that can be booked. */
  private record Visit(String technician, Instant start) {}

  /**
   * With an administrator's key, on data that is thrown away afterwards.
   *
   * @param gateway its host and port
   */
  Rehearsal(String gateway, String key, InstantSource clock) {
    this.gateway = gateway;
    this.key = key;
    this.firstDay =
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).with(DayOfWeek.MONDAY).plusWeeks(2);
  }

  /**
   * Plays it.
   *
   * @throws IOException when something is refused
   */
  void play() throws IOException, InterruptedException {
    send("PATCH", "/v1/settings/policy", "{\"advanceBookingDays\": %d}".formatted(LAST_DAY + 1));
    var team = new ArrayList<String>();
    for (int i = 0; i < TECHNICIANS; i++) {
      team.add(
          made("/v1/technicians", "{\"displayName\": \"Rehearsal\", \"timeZone\": \"Etc/UTC\"}"));
    }
    plan();
    var end = System.nanoTime() + LENGTH.toNanos();
    var callers = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < CALLERS; i++) {
      callers.add(() -> callUntil(end, team));
    }
    try (var threads = Executors.newFixedThreadPool(CALLERS)) {
      for (var caller : threads.invokeAll(callers)) {
        caller.get();
      }
    } catch (ExecutionException refused) {
      throw new IOException("The rehearsal was refused", refused);
    }
  }

  /** It is searched for while the bookings go on. */
  private void plan() throws IOException, InterruptedException {
    var customer = made("/v1/customers", "{\"displayName\": \"Rehearsal\"}");
    var request =
        "{\"customer\": \"%s\", \"duration\": \"%ds\"}".formatted(customer, VISIT_SECONDS);
    send(
        "POST",
        "/v1/plans",
        "{%s, \"timeLimit\": \"5s\", \"requests\": [%s, %s, %s]}"
            .formatted(week(), request, request, request));
  }

  private int callUntil(long end, List<String> team) throws IOException, InterruptedException {
    int visits = 0;
    try (var rpc = EngineClient.open(gateway, key)) {
      while (System.nanoTime() < end) {
        var visit = visit(team, next.getAndIncrement());
        var asked = "{%s}".formatted(json(visit));
        send("POST", "/v1/availability:check", asked);
        if (++visits % 2 == 0) {
          rpc.appointments().createAppointment(request(visit));
        } else {
          book(visit);
        }
        if (visits % 5 == 0) {
          send("POST", "/v1/availability:check", asked); // now it is refused
        }
        if (visits % 10 == 0) {
          look();
        }
      }
    }
    return visits;
  }

  private void book(Visit visit) throws IOException, InterruptedException {
    send(
        "POST",
        "/v1/appointments?requestId=" + UUID.randomUUID(),
        "{\"newCustomer\": {\"displayName\": \"Ada\", \"email\": \"ada@example.com\"}, %s}"
            .formatted(json(visit)));
  }

  private static CreateAppointmentRequest request(Visit visit) {
    return CreateAppointmentRequest.newBuilder()
        .setRequestId(UUID.randomUUID().toString())
        .setAppointment(
            Appointment.newBuilder()
                .setTechnician(visit.technician())
                .setNewCustomer(
                    NewCustomer.newBuilder().setDisplayName("Ada").setEmail("ada@example.com"))
                .setStartTime(Timestamp.newBuilder().setSeconds(visit.start().getEpochSecond()))
                .setDuration(com.google.protobuf.Duration.newBuilder().setSeconds(VISIT_SECONDS)))
        .build();
  }

  private void look() throws IOException, InterruptedException {
    send("GET", "/v1/appointments?pageSize=50", "");
    var question = "{%s, \"duration\": \"%ds\"}".formatted(week(), VISIT_SECONDS);
    send("POST", "/v1/availability:listSlots", question);
    send("POST", "/v1/availability:suggest", question);
  }

  private String week() {
    return "\"startTime\": \"%sT00:00:00Z\", \"endTime\": \"%sT00:00:00Z\""
        .formatted(firstDay, firstDay.plusWeeks(1));
  }

  private Visit visit(List<String> team, int number) {
    var round = number / team.size();
    var weekdays = round / HOURS.length;
    var start =
        firstDay
            .plusDays(weekdays / 5 * 7L + weekdays % 5)
            .atTime(LocalTime.of(HOURS[round % HOURS.length], 0))
            .toInstant(ZoneOffset.UTC);
    return new Visit(team.get(number % team.size()), start);
  }

  private static String json(Visit visit) {
    return "\"technician\": \"%s\", \"startTime\": \"%s\", \"duration\": \"%ds\""
        .formatted(visit.technician(), visit.start(), VISIT_SECONDS);
  }

  /** Makes a resource and returns its name. */
  private String made(String path, String body) throws IOException, InterruptedException {
    return JSON.readTree(send("POST", path, body)).required("name").textValue();
  }

  private String send(String method, String path, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://" + gateway + path))
            .header("authorization", "Bearer " + key)
            .header("content-type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(method + " " + path + " was refused: " + answer.body());
    }
    return answer.body();
  }
}
