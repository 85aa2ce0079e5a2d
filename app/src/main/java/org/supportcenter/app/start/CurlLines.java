package org.supportcenter.app.start;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.app.demo.EngineClient;
import org.supportcenter.v1.CheckAvailabilityRequest;
import org.supportcenter.v1.ListTechniciansRequest;
import org.supportcenter.v1.Technician;

/** Three commands for a newcomer to paste: look around, ask for a time, book it. */
final class CurlLines {
  /** Far enough that the lines still work when they are pasted some days later. */
  private static final int FIRST_DAY = 7;

  private static final int LAST_DAY = 35;
  private static final LocalTime TIME = LocalTime.of(10, 0);
  private static final Duration LENGTH = Duration.newBuilder().setSeconds(3600).build();

  private final String gateway;
  private final String key;

  CurlLines(String gateway, String key) {
    this.gateway = gateway;
    this.key = key;
  }

  /** The lines; the times in them are free now. */
  List<String> lines(EngineClient engine, Instant now) {
    var technicians =
        engine
            .technicians()
            .listTechnicians(ListTechniciansRequest.newBuilder().setActive(true).build())
            .getTechniciansList();
    for (var technician : technicians) {
      var free = freeTime(engine, technician, now);
      if (free != null) {
        return booking(technician, free);
      }
    }
    return gettingStarted();
  }

  private List<String> booking(Technician technician, Instant start) {
    return List.of(
        get("/v1/technicians"),
        post(
            "/v1/availability:check",
            "{\"technician\": \"%s\", \"startTime\": \"%s\", \"duration\": \"3600s\"}"
                .formatted(technician.getName(), start)),
        create(
            "/v1/appointments",
            "{\"technician\": \"%s\", \"startTime\": \"%s\", \"duration\": \"3600s\", \"newCustomer\": {\"displayName\": \"Ada Example\"}, \"description\": \"Router is offline\"}"
                .formatted(technician.getName(), start)));
  }

  /** Where there is no technician yet: make one. */
  private List<String> gettingStarted() {
    return List.of(
        get("/v1/whoAmI"),
        create(
            "/v1/technicians",
            "{\"displayName\": \"Ada Example\", \"timeZone\": \"Europe/Berlin\", \"skills\": [\"network\"]}"),
        get("/v1/technicians"));
  }

  private static @Nullable Instant freeTime(
      EngineClient engine, Technician technician, Instant now) {
    var zone = ZoneId.of(technician.getTimeZone());
    var today = now.atZone(zone).toLocalDate();
    for (int day = FIRST_DAY; day <= LAST_DAY; day++) {
      var start = today.plusDays(day).atTime(TIME).atZone(zone).toInstant();
      var question =
          CheckAvailabilityRequest.newBuilder()
              .setTechnician(technician.getName())
              .setStartTime(Timestamp.newBuilder().setSeconds(start.getEpochSecond()))
              .setDuration(LENGTH)
              .build();
      if (engine.availability().checkAvailability(question).getAvailable()) {
        return start;
      }
    }
    return null;
  }

  private String get(String path) {
    return "curl -H 'Authorization: Bearer %s' '%s%s'".formatted(key, gateway, path);
  }

  private String post(String path, String body) {
    return post(path, body, "");
  }

  /** Pasted twice, the second answer is the first: the key makes it one request. */
  private String create(String path, String body) {
    return post(path, body, " -H 'Idempotency-Key: %s'".formatted(UUID.randomUUID()));
  }

  private String post(String path, String body, String header) {
    return "curl -H 'Authorization: Bearer %s' -H 'Content-Type: application/json'%s -d '%s' '%s%s'"
        .formatted(key, header, body, gateway, path);
  }
}
