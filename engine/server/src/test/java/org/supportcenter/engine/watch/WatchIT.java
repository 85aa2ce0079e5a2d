package org.supportcenter.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.change.Author;
import org.supportcenter.domain.change.Source;
import org.supportcenter.domain.refusal.RefusedException;
import org.supportcenter.engine.call.ApiException;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Draining;
import org.supportcenter.engine.call.Standing;
import org.supportcenter.engine.testing.TestDatabases;
import org.supportcenter.store.Database;
import org.supportcenter.store.TenantDatabases;
import org.supportcenter.testkit.PostgresExtension;
import org.supportcenter.v1.ErrorReason;
import org.supportcenter.v1.WatchAppointmentsRequest;
import org.supportcenter.v1.WatchAppointmentsResponse;
import org.supportcenter.v1.WatchAppointmentsResponse.Kind;

/** Two processes on one database: each has its own connections and its own streams. */
class WatchIT {

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static final WatchTimes QUICK =
      new WatchTimes(
          Duration.ofMillis(50),
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofMinutes(1));

  private static final Standing GOOD = () -> {};
  private static Database one;
  private static Database two;

  private final UUID tenant = postgres.seeds().tenant();
  private final UUID technician = postgres.seeds().technician(tenant, "Europe/Berlin");
  private final UUID colleague = postgres.seeds().technician(tenant, "Europe/Berlin");
  private final UUID customer = postgres.seeds().customer(tenant);
  private final Visits visits = new Visits(tenant, customer);
  private final Draining draining = new Draining();
  private final Watches here = new Watches(TenantDatabases.shared(one), draining, QUICK);
  private final Watches there = new Watches(TenantDatabases.shared(two), draining, QUICK);

  @BeforeAll
  static void open() {
    one = TestDatabases.open(postgres);
    two = TestDatabases.open(postgres);
  }

  @AfterEach
  void end() {
    draining.begin();
  }

  @AfterAll
  static void close() {
    one.close();
    two.close();
  }

  @Test
  void aWatchBeginsWithASignOfLifeAndGoesOnWithThem() {
    var stream = watch(here, null, "");

    assertThat(stream.next().getKind()).isEqualTo(Kind.HEARTBEAT);
    assertThat(stream.next().getKind()).isEqualTo(Kind.HEARTBEAT);
  }

  @Test
  void changesReachWatchersOfBothProcessesInTheirOrder() {
    var near = watch(here, null, "");
    var far = watch(there, null, "");
    near.next();
    far.next();

    var visit = visits.book(one, technician, 0);
    var moved = visits.move(two, visit, colleague);

    for (var stream : List.of(near, far)) {
      var news = stream.news(2);
      assertThat(news)
          .extracting(WatchAppointmentsResponse::getType)
          .containsExactly("appointment.created", "appointment.moved");
      assertThat(news.getLast().getAppointment().getEtag()).isEqualTo("\"2\"");
      assertThat(news.getLast().getAppointment().getTechnician())
          .isEqualTo("technicians/" + moved.technicianId());
    }
  }

  @Test
  void newsComesWithinASecondOfTheCommit() {
    var watches = new Watches(TenantDatabases.shared(two), draining, WatchTimes.DEFAULTS);
    var stream = watch(watches, null, "");
    stream.next();
    visits.book(one, technician, 0);
    stream.news(1);

    var committed = System.nanoTime();
    visits.book(one, technician, 1);
    stream.news(1);

    assertThat(Duration.ofNanos(System.nanoTime() - committed)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void aResumedWatchTellsExactlyWhatWasMissed() {
    var stream = watch(here, null, "");
    stream.next();
    visits.book(one, technician, 0);
    var token = stream.news(1).getFirst().getResumeToken();
    stream.cancel();
    var missed = new ArrayList<String>();
    for (int i = 1; i <= 20; i++) {
      missed.add("appointments/" + visits.book(one, technician, i).id());
    }

    var resumed = watch(there, null, token);

    assertThat(resumed.next().getResumeToken()).isEqualTo(token);
    var live = "appointments/" + visits.book(one, technician, 21).id();
    missed.add(live);
    assertThat(resumed.news(21))
        .extracting(news -> news.getAppointment().getName())
        .containsExactlyElementsOf(missed);
  }

  @Test
  void everyTokenOfAStreamResumesRightAfterItsAnswer() {
    var stream = watch(here, null, "");
    stream.next();
    for (int i = 0; i < 5; i++) {
      visits.book(one, technician, i);
    }
    var all = stream.news(5);

    for (int i = 0; i < 5; i++) {
      var resumed = watch(there, null, all.get(i).getResumeToken());
      assertThat(resumed.news(4 - i)).isEqualTo(all.subList(i + 1, 5));
    }
  }

  @Test
  void aSlowTransactionIsNeverPassedOver() throws Exception {
    var stream = watch(here, null, "");
    stream.next();
    var written = new CompletableFuture<Void>();
    var mayCommit = new CompletableFuture<Void>();
    Runnable hold =
        () -> {
          written.complete(null);
          mayCommit.orTimeout(10, TimeUnit.SECONDS).join();
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var slow =
          CompletableFuture.supplyAsync(() -> visits.book(one, technician, 0, hold), threads);
      Appointment quick;
      try {
        written.orTimeout(10, TimeUnit.SECONDS).join();
        quick = visits.book(two, technician, 1);
        assertThat(stream.next().getKind()).isEqualTo(Kind.HEARTBEAT);
      } finally {
        mayCommit.complete(null);
      }

      assertThat(stream.news(2))
          .extracting(news -> news.getAppointment().getName())
          .containsExactly("appointments/" + slow.get().id(), "appointments/" + quick.id());
    }
  }

  @Test
  void aTechnicianIsToldOfTheirOwnAndWhatTheyLose() {
    var theirs = watch(here, technician, "");
    var others = watch(here, colleague, "");
    theirs.next();
    others.next();

    var visit = visits.book(one, technician, 0);
    assertThat(theirs.news(1).getFirst().getKind()).isEqualTo(Kind.CHANGED);
    visits.move(one, visit, colleague);

    var lost = theirs.news(1).getFirst();
    assertThat(lost.getKind()).isEqualTo(Kind.REMOVED);
    assertThat(lost.getAppointment())
        .isEqualTo(
            org.supportcenter.v1.Appointment.newBuilder()
                .setName("appointments/" + visit.id())
                .build());
    var gained = others.news(1).getFirst();
    assertThat(gained.getKind()).isEqualTo(Kind.CHANGED);
    assertThat(gained.getType()).isEqualTo("appointment.moved");
  }

  @Test
  void anotherTenantHearsNothing() {
    var stranger = new RecordingStream();
    here.begin(
        caller(postgres.seeds().tenant(), null),
        GOOD,
        WatchAppointmentsRequest.getDefaultInstance(),
        stranger);
    stranger.next();
    var stream = watch(here, null, "");
    stream.next();
    visits.book(one, technician, 0);
    stream.news(1);

    assertThat(stranger.next().getKind()).isEqualTo(Kind.HEARTBEAT);
  }

  @Test
  void aClientThatFallsBehindIsStillToldEverything() {
    var patient = new Watches(TenantDatabases.shared(one), draining, WatchTimes.DEFAULTS);
    var slow = watch(patient, null, "");
    var quick = watch(patient, null, "");
    slow.next();
    quick.next();
    var booked = new ArrayList<String>();
    slow.reads(false);
    for (int i = 0; i < 2 * Inbox.CAPACITY; i++) {
      booked.add("appointments/" + visits.book(one, technician, i).id());
      // Each is a batch of its own, so that the slow one's inbox overflows.
      quick.news(1);
    }
    slow.reads(true);

    assertThat(slow.news(booked.size()))
        .extracting(news -> news.getAppointment().getName())
        .containsExactlyElementsOf(booked);
  }

  @Test
  void aClientThatReadsNothingIsSentAway() {
    var stream = watch(here, null, "");
    stream.next();
    stream.reads(false);

    assertThat(stream.end().failure())
        .isInstanceOfSatisfying(
            ApiException.class,
            stalled -> assertThat(stalled.reason()).isEqualTo(ErrorReason.WATCH_STALLED));
  }

  @Test
  void drainingEndsAllStreamsCleanly() {
    var stream = watch(here, null, "");
    stream.next();

    draining.begin();

    assertThat(stream.end().failure()).isNull();
  }

  @Test
  void aTokenThatIsNotOursIsRefusedByName() {
    var stream = watch(here, null, "");
    var token = stream.next().getResumeToken();
    var other = caller(postgres.seeds().tenant(), null);

    for (var damaged : List.of("x", "!!!", token.substring(1), token + "AA", "A".repeat(200))) {
      assertThatThrownBy(() -> watch(here, null, damaged))
          .isInstanceOfSatisfying(
              RefusedException.class,
              refused -> assertThat(refused.refusal().toString()).contains("resumeToken"));
    }
    var request = WatchAppointmentsRequest.newBuilder().setResumeToken(token).build();
    assertThatThrownBy(() -> here.begin(other, GOOD, request, new RecordingStream()))
        .isInstanceOf(RefusedException.class);
  }

  private RecordingStream watch(Watches watches, @Nullable UUID technicianOnly, String token) {
    var stream = new RecordingStream();
    var request = WatchAppointmentsRequest.newBuilder().setResumeToken(token).build();
    watches.begin(caller(tenant, technicianOnly), GOOD, request, stream);
    return stream;
  }

  private static Caller caller(UUID tenant, @Nullable UUID technician) {
    return new Caller(
        tenant, new Author("apiKeys/test", Source.API), "Test", null, Set.of(), technician);
  }
}
