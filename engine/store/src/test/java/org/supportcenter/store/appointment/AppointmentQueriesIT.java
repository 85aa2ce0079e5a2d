package org.supportcenter.store.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.domain.appointment.Details;
import org.supportcenter.domain.appointment.Progress;
import org.supportcenter.domain.appointment.Revision;
import org.supportcenter.domain.appointment.Terms;
import org.supportcenter.domain.place.Location;
import org.supportcenter.domain.refusal.RefusedException;
import org.supportcenter.domain.ticket.Priority;
import org.supportcenter.domain.time.Span;
import org.supportcenter.store.Database;
import org.supportcenter.store.TestDatabases;
import org.supportcenter.store.page.Page;
import org.supportcenter.store.page.PageQuery;
import org.supportcenter.testkit.PostgresExtension;

/** Holds every filter and order against a list in memory, over seeded random appointments. */
class AppointmentQueriesIT {

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static final long SEED = 20261121;
  private static final int VISITS = 300;
  private static final Instant EPOCH = Instant.parse("2027-03-01T00:00:00Z");
  private static final List<String> WORDS =
      List.of("printer", "Router", "50%_off", "Straße", "ÜBER", "back\\slash", "!bang", "o'clock");

  private static final Random random = new Random(SEED);
  private static final List<Appointment> all = new ArrayList<>();
  private static final List<UUID> technicians = new ArrayList<>();
  private static final List<UUID> customers = new ArrayList<>();
  private static final List<UUID> serviceTypes = new ArrayList<>();
  private static final Map<UUID, String> names = new HashMap<>();
  private static Database database;
  private static UUID tenant;

  private final AppointmentQueries queries = new AppointmentQueries();

  @BeforeAll
  static void fill() {
    database = TestDatabases.open(postgres);
    var seeds = postgres.seeds();
    tenant = seeds.tenant();
    for (int i = 0; i < 4; i++) {
      technicians.add(seeds.technician(tenant, "Europe/Berlin"));
      var customer = seeds.customer(tenant);
      var name = "Customer " + WORDS.get(i) + " " + i;
      seeds.execute(tenant, "UPDATE customer SET display_name = ? WHERE id = ?", name, customer);
      customers.add(customer);
      names.put(customer, name);
      var type = UUID.randomUUID();
      seeds.execute(
          tenant,
          """
          INSERT INTO service_type (tenant_id, id, display_name, required_skills, version)
          VALUES (?, ?, 'Repair', '{}', 1)
          """,
          tenant,
          type);
      serviceTypes.add(type);
    }
    for (int i = 0; i < VISITS; i++) {
      all.add(randomVisit(i));
    }
    database.write(
        tenant,
        tx -> {
          all.forEach(visit -> VisitFixture.insert(tx, visit));
          return all.size();
        });
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void everyFilterAloneFindsWhatALookAtEachAppointmentFinds() {
    for (int round = 0; round < 10; round++) {
      for (int which = 0; which < 9; which++) {
        check(randomFilter(1 << which), "startTime desc");
      }
    }
  }

  @Test
  void filtersTogetherFindWhatALookAtEachAppointmentFinds() {
    for (int round = 0; round < 150; round++) {
      check(randomFilter(random.nextInt(1 << 9) & random.nextInt(1 << 9)), randomOrder());
    }
  }

  @Test
  void everyOrderSortsBothWays() {
    for (var field : ListInMemory.ORDERS.keySet()) {
      check(randomFilter(0), field);
      check(randomFilter(0), field + " desc");
    }
  }

  @Test
  void withoutAnOrderTheLatestStartComesFirst() {
    assertThat(list(randomFilter(0), "", 1000, "").entries())
        .isEqualTo(ListInMemory.sorted(all, "startTime desc"));
  }

  @Test
  void anUnknownOrderIsRefused() {
    assertThatThrownBy(() -> list(randomFilter(0), "technician", 10, ""))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void aTechnicianFindsOnlyTheirOwn() {
    var own = filterOf(technicians.getFirst(), null);
    var others = filterOf(technicians.getFirst(), technicians.getLast());

    assertThat(list(own, "", 1000, "").entries())
        .isNotEmpty()
        .allMatch(visit -> visit.technicianId().equals(technicians.getFirst()));
    assertThat(list(others, "", 1000, "").entries()).isEmpty();
  }

  @Test
  void pagesNeitherSkipNorRepeatWhileRowsAreInserted() {
    var filter = randomFilter(0);
    for (var order : List.of("startTime", "priority desc,status", "reference desc")) {
      var expected =
          database.read(
              tenant, tx -> ListInMemory.sorted(list(filter, "", 1000, "").entries(), order));
      var read = new ArrayList<Appointment>();
      var token = "";
      do {
        var page = list(filter, order, 37, token);
        read.addAll(page.entries());
        token = page.nextToken();
        var late = VisitFixture.noted(randomVisit(all.size()), details());
        database.write(
            tenant,
            tx -> {
              VisitFixture.insert(tx, late);
              return all.add(late);
            });
      } while (!token.isEmpty());

      assertThat(read).doesNotHaveDuplicates().containsSubsequence(expected);
    }
  }

  private void check(AppointmentFilter filter, String order) {
    var expected = new ListInMemory(all, names).list(filter, order);
    var read = new ArrayList<Appointment>();
    var token = "";
    var size = 1 + random.nextInt(200);
    do {
      var page = list(filter, order, size, token);
      read.addAll(page.entries());
      token = page.nextToken();
    } while (!token.isEmpty());

    assertThat(read).as("seed %d, %s, order by %s", SEED, filter, order).isEqualTo(expected);
  }

  private Page<Appointment> list(AppointmentFilter filter, String order, int size, String token) {
    var query = new PageQuery(size, token, order, filter.toString());
    return database.read(tenant, tx -> queries.list(tx, filter, query));
  }

  private static String randomOrder() {
    var fields = new ArrayList<>(ListInMemory.ORDERS.keySet());
    Collections.sort(fields);
    Collections.shuffle(fields, random);
    return String.join(
        ", ",
        fields.subList(0, 1 + random.nextInt(3)).stream()
            .map(field -> random.nextBoolean() ? field : field + " desc")
            .toList());
  }

  private static AppointmentFilter filterOf(UUID viewer, @Nullable UUID technician) {
    return new AppointmentFilter(
        viewer, null, null, technician, null, null, null, Set.of(), Set.of(), "");
  }

  /** A filter with the conditions whose bits are set. */
  private static AppointmentFilter randomFilter(int bits) {
    var from = EPOCH.plus(Duration.ofMinutes(random.nextInt(14 * 24 * 60)));
    var until = from.plus(Duration.ofMinutes(1 + random.nextInt(3 * 24 * 60)));
    return new AppointmentFilter(
        null,
        (bits & 1) == 0 ? null : from,
        (bits & 2) == 0 ? null : until,
        (bits & 4) == 0 ? null : any(technicians),
        (bits & 8) == 0 ? null : any(customers),
        (bits & 16) == 0 ? null : any(all).ticketId(),
        (bits & 32) == 0 ? null : any(serviceTypes),
        (bits & 64) == 0
            ? Set.of()
            : Set.of(
                AppointmentStatus.DRAFT, any(List.of(AppointmentStatus.values()).subList(1, 6))),
        (bits & 128) == 0 ? Set.of() : Set.of(any(List.of(Priority.values()))),
        (bits & 256) == 0 ? "" : words());
  }

  private static String words() {
    var word = random.nextInt(4) == 0 ? any(all).reference().substring(2) : any(WORDS);
    var cased =
        random.nextBoolean() ? word.toUpperCase(Locale.ROOT) : word.toLowerCase(Locale.ROOT);
    return random.nextBoolean() ? cased : " " + cased + "  " + any(WORDS);
  }

  private static Appointment randomVisit(int number) {
    // Starts are distinct: only then may all visits hold their technician's time.
    var start = EPOCH.plus(Duration.ofMinutes(60L * number));
    var length = Duration.ofMinutes(random.nextInt(10) == 0 ? 24 * 60 : 1 + random.nextInt(50));
    var status = any(List.of(AppointmentStatus.values()));
    var holds = status.holdsTime() && length.compareTo(Duration.ofHours(1)) < 0;
    var terms =
        new Terms(
            any(technicians),
            random.nextBoolean() ? any(serviceTypes) : null,
            Span.of(start, length),
            random.nextBoolean() ? List.of() : List.of("network", "a,b"),
            Duration.ZERO,
            Duration.ZERO,
            ZoneId.of("Europe/Berlin"));
    var created = EPOCH.plusMillis(random.nextInt(50));
    return new Appointment(
        UUID.randomUUID(),
        "APPT-%03d".formatted(5 * number + 7),
        any(customers),
        UUID.randomUUID(),
        terms,
        holds || !status.holdsTime() ? status : AppointmentStatus.COMPLETED,
        details(),
        Progress.NONE,
        List.of(),
        new Revision(
            1,
            VisitFixture.AUTHOR.source(),
            "apiKeys/x",
            created,
            created.plusSeconds(number % 7)));
  }

  private static Details details() {
    return new Details(
        any(WORDS) + " and " + any(WORDS),
        random.nextBoolean() ? null : new Location(any(WORDS) + " 5", null, null),
        any(List.of(Priority.values())),
        random.nextBoolean() ? null : random.nextBoolean(),
        null);
  }

  private static <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
