package org.supportcenter.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Four visits whose reminders are due in a few seconds. Two stay as they are; before the moment
 * comes, one is moved by an hour and one is cancelled.
 */
final class RemindedVisits {

  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(4);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** From then on nothing is due but the reminder of the visit that was moved. */
  private static final Duration LONG_AFTER = Duration.ofMinutes(30);

  private final Deployment deployment;
  private final Instant due;
  private final Map<String, String> visits = new LinkedHashMap<>();

  /** Books and changes them, as many seconds ahead as this machine needs for that. */
  static RemindedVisits begin(Deployment deployment, Instant start) throws Exception {
    for (var wait = SHORTEST_WAIT; ; wait = wait.multipliedBy(2)) {
      var due = Instant.now().plus(wait).truncatedTo(ChronoUnit.SECONDS);
      var visits = new RemindedVisits(deployment, start, due);
      if (Instant.now().isBefore(due)) {
        return visits;
      }
    }
  }

  private RemindedVisits(Deployment deployment, Instant start, Instant due) throws Exception {
    this.deployment = deployment;
    this.due = due;
    deployment.ask(
        "PATCH",
        "/v1/settings/notifications",
        "{\"reminderLeads\": [\"%ds\"]}".formatted(Duration.between(due, start).toSeconds()));
    book("stays", start);
    var moved = book("moved", start);
    var cancelled = book("cancelled", start);
    book("last", start.plusSeconds(1));
    var later = start.plus(1, ChronoUnit.HOURS);
    deployment.ask("PATCH", "/v1/" + moved, "{\"startTime\": \"%s\"}".formatted(later));
    deployment.ask("POST", "/v1/%s:cancel".formatted(cancelled), "{}");
  }

  /** The name of a new visit to a new customer, by a new technician. */
  private String book(String customer, Instant start) throws Exception {
    var visit =
        deployment.ask(
            "POST",
            "/v1/appointments",
            """
            {"technician": "%s", "startTime": "%s", "duration": "3600s",
             "newCustomer": {"displayName": "Grace", "email": "%s"}}
            """
                .formatted(deployment.technician(), start, address(customer)));
    var name = visit.get("name").asText();
    visits.put(customer, name);
    return name;
  }

  /** Where mails to a customer go: nobody has it but these visits. */
  String address(String customer) {
    return "%s@%d.example.org".formatted(customer, due.getEpochSecond());
  }

  /** Where mails to all the customers go. */
  List<String> addresses() {
    return visits.keySet().stream().map(this::address).toList();
  }

  /** Waits until no mail about the visits is on its way but the reminder of the moved one. */
  void awaitEnds() throws Exception {
    var end = System.nanoTime() + PATIENCE.toNanos();
    for (var visit : visits.values()) {
      while (isAnyOnItsWay(visit)) {
        assertThat(System.nanoTime()).as(() -> "patience with " + visit).isLessThan(end);
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private boolean isAnyOnItsWay(String visit) throws Exception {
    for (var mail : mails(visit, "statuses=PENDING")) {
      if (Instant.parse(mail.get("dueTime").asText()).isBefore(due.plus(LONG_AFTER))) {
        return true;
      }
    }
    return false;
  }

  /** What has become of the reminders: customer and status, by visit and time. */
  List<String> reminders() throws Exception {
    var reminders = new ArrayList<String>();
    for (var visit : visits.entrySet()) {
      for (var mail : mails(visit.getValue(), "kinds=REMINDER&orderBy=dueTime")) {
        reminders.add("%s %s".formatted(visit.getKey(), mail.get("status").asText()));
      }
    }
    return reminders;
  }

  private JsonNode mails(String visit, String filter) throws Exception {
    var path = "/v1/notifications?appointment=%s&%s".formatted(visit, filter);
    return deployment.ask("GET", path, "").path("notifications");
  }
}
