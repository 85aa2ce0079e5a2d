package org.supportcenter.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.app.process.Deployment.monday;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.rule.Seed;
import org.supportcenter.testkit.PostgresExtension;

/** What several engines and gateways do together. The test that leaves only one of each is last. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProcessesIT {
  private static final int CALLERS = 64;
  private static final int WORLDS = 12;

  /** What a process that SIGTERM stopped ends with: 128 and the number of the signal. */
  private static final int STOPPED = 143;

  /** The same of SIGKILL. */
  private static final int KILLED = 137;

  /** Within which another engine takes over a plan. */
  private static final Duration TAKEOVER = Duration.ofSeconds(30);

  private static final Duration SEARCH = Duration.ofSeconds(8);

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static Deployment deployment;

  @BeforeAll
  static void deploy() throws Exception {
    deployment = new Deployment(postgres);
  }

  @AfterAll
  static void stop() throws Exception {
    if (deployment != null) {
      deployment.close();
    }
  }

  @Test
  @Order(1)
  void thePlanOfAKilledEngineIsFinishedByTheOtherAndAppliedOnce() throws Exception {
    var technician = deployment.technician();
    var plan = plan(technician, 3);
    while (deployment.ask("GET", plan, "").path("score").path("moveCount").asInt() == 0) {
      Thread.onSpinWait();
    }
    var begun = "Plan %s is searched for".formatted(plan.substring("/v1/plans/".length()));
    var solving =
        deployment.engines().stream().filter(engine -> engine.errors().contains(begun)).toList();
    assertThat(solving).hasSize(1);

    assertThat(solving.getFirst().kill()).isEqualTo(KILLED);
    var killed = System.nanoTime();
    while (!deployment.ask("GET", plan, "").get("state").asText().equals("READY")) {
      assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(TAKEOVER.plus(SEARCH));
    }

    var applied = new ArrayList<Integer>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      var calls = new ArrayList<Callable<Integer>>();
      for (var address : deployment.addresses()) {
        calls.add(() -> deployment.send("POST", address + plan + ":apply", "{}").statusCode());
      }
      for (var call : threads.invokeAll(calls)) {
        applied.add(call.get());
      }
    }
    assertThat(applied).containsExactlyInAnyOrder(200, 409);
    assertThat(
            deployment
                .ask("GET", "/v1/appointments?technician=" + technician, "")
                .get("appointments"))
        .hasSize(3);
    deployment.replace(solving.getFirst());
  }

  /** The path of a new plan that books so many visits with the technician on Monday. */
  private static String plan(String technician, int visits) throws Exception {
    var requests = new ArrayList<String>();
    for (int i = 0; i < visits; i++) {
      var customer = deployment.ask("POST", "/v1/customers", "{\"displayName\": \"Grace\"}");
      requests.add("{\"customer\": %s, \"duration\": \"3600s\"}".formatted(customer.get("name")));
    }
    return "/v1/"
        + deployment
            .ask(
                "POST",
                "/v1/plans",
                """
                {"startTime": "%s", "endTime": "%s", "technicians": ["%s"], "requests": %s,
                 "timeLimit": "%ds"}
                """
                    .formatted(
                        monday(),
                        monday().plus(1, ChronoUnit.DAYS),
                        technician,
                        requests,
                        SEARCH.toSeconds()))
            .get("name")
            .asText();
  }

  @Test
  @Order(2)
  void whatIsListedThroughRestCanBeBookedAndNothingElseWhileOthersAreBooked() throws Exception {
    long seed = Seed.of(ProcessesIT.class);
    var slots = 0;
    for (int i = 0; i < WORLDS; i++) {
      var world = new RestWorld(deployment, seed * 1_000_003 + i);
      try (var writer = Executors.newSingleThreadExecutor()) {
        var done = new AtomicBoolean();
        var writing =
            writer.submit(
                () -> {
                  while (!done.get()) {
                    world.disturb();
                  }
                  return null;
                });
        try {
          slots += compare(world);
        } finally {
          done.set(true);
        }
        writing.get();
      }
      world.end();
    }
    assertThat(slots).as("slots in all worlds").isGreaterThan(WORLDS);
  }

  private static int compare(RestWorld world) throws Exception {
    var listed = world.listed();
    var bookable = new TreeSet<Instant>();
    for (var start : world.grid()) {
      var gateway = deployment.addresses().get(bookable.size() % 2);
      if (world.isBookable(gateway, start)) {
        bookable.add(start);
      }
    }
    listed.removeIf(world::cameTooNear);
    bookable.removeIf(world::cameTooNear);
    assertThat(listed).as(world.toString()).isEqualTo(bookable);
    return listed.size();
  }

  @Test
  @Order(3)
  void twoMailersRemindOnceAndNotOfWhatIsMovedOrCancelledInTheSecondsBefore() throws Exception {
    try (var mailers = new Mailers(deployment)) {
      var visits = RemindedVisits.begin(deployment, monday().plus(10, ChronoUnit.HOURS));

      visits.awaitEnds();

      mailers.stop();
      assertThat(visits.reminders())
          .containsExactly(
              "stays SENT", "moved VOID", "moved PENDING", "cancelled VOID", "last SENT");
      assertThat(mailers.reminded())
          .filteredOn(visits.addresses()::contains)
          .containsExactlyInAnyOrder(visits.address("stays"), visits.address("last"));
      var sent = deployment.ask("GET", "/v1/notifications?statuses=SENT&pageSize=1000", "");
      assertThat(mailers.messageIds())
          .as("every mail that is called sent has arrived, once, and nothing else")
          .containsExactlyInAnyOrderElementsOf(sent.findValuesAsText("messageId"));
    }
  }

  @Test
  @Order(4)
  void manyCallersOfBothGatewaysGetASlotOnceAndOneEngineIsEnough() throws Exception {
    assertThat(
            RunningProcess.run(
                deployment.environment(), "check", "--port", "0", "--engine-port", "0"))
        .doesNotContain("FAILED");
    var technician = deployment.technician();
    var addresses = deployment.addresses();
    var calls = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < CALLERS; i++) {
      var address = addresses.get(i % addresses.size());
      calls.add(() -> book(address, technician, 10));
    }

    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newFixedThreadPool(CALLERS)) {
      for (var call : threads.invokeAll(calls)) {
        statuses.add(call.get());
      }
    }

    assertThat(statuses).containsOnlyOnce(200).hasSize(CALLERS);
    assertThat(statuses).filteredOn(status -> status != 200).containsOnly(409);

    assertStops(deployment.engines().getFirst());
    for (var address : addresses) {
      assertThat(book(address, technician, 11 + addresses.indexOf(address))).isEqualTo(200);
    }
    assertStops(deployment.gateways().getFirst());
    assertThat(List.of(deployment.engines().getLast(), deployment.gateways().getLast()))
        .allMatch(RunningProcess::isAlive);
  }

  private static void assertStops(RunningProcess process) throws Exception {
    assertThat(process.stop()).as(process.errors()).isEqualTo(STOPPED);
  }

  private static int book(String address, String technician, int hour) throws Exception {
    return deployment
        .send(
            "POST",
            address + "/v1/appointments",
            """
            {"technician": "%s", "startTime": "%s", "duration": "3600s",
             "newCustomer": {"displayName": "Grace"}}
            """
                .formatted(technician, monday().plus(hour, ChronoUnit.HOURS)))
        .statusCode();
  }
}
