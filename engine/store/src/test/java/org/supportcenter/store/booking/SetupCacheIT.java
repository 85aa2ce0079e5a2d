package org.supportcenter.store.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportcenter.domain.policy.ServiceTypeRules;
import org.supportcenter.domain.schedule.TechnicianFacts;
import org.supportcenter.domain.time.Span;
import org.supportcenter.store.Database;
import org.supportcenter.store.Locks;
import org.supportcenter.store.TestDatabases;
import org.supportcenter.store.Tx;
import org.supportcenter.testkit.PostgresExtension;

/** What is kept of a tenant's setup is never older than what is stored. */
class SetupCacheIT {
  private static final Instant NOW = Instant.parse("2027-03-02T08:00:00Z");
  private static final Span WINDOW = new Span(NOW, NOW.plusSeconds(86_400));

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static Database database;

  private final SetupCache cache = new SetupCache();
  private UUID tenant;
  private UUID serviceType;

  @BeforeAll
  static void open() {
    database = TestDatabases.open(postgres);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void seed() {
    tenant = postgres.seeds().tenant();
    var technician = postgres.seeds().technician(tenant, "UTC", "gas");
    serviceType = technician;
    postgres.seeds().policy(tenant, technician, "max_daily_appointments", 4);
    for (var insert :
        new String[] {
          "INSERT INTO tenant_policy (tenant_id, slot_step_seconds, version) SELECT current_tenant(), 900, 1",
          "INSERT INTO service_type (tenant_id, id, display_name, required_skills, version)"
              + " SELECT tenant_id, id, 'Repair', '{}', 1 FROM technician",
          "INSERT INTO closure SELECT tenant_id, id, '2027-03-02', '2027-03-02', '', 1 FROM technician",
          "INSERT INTO date_override SELECT tenant_id, id, '2027-03-02', '{09:00-10:00}', 1 FROM technician",
          "INSERT INTO time_off SELECT tenant_id, id, id, '2027-03-02 12:00Z', '2027-03-02 13:00Z', '', 1 FROM technician",
          "INSERT INTO busy_block (tenant_id, technician_id, id, start_time, end_time, source)"
              + " SELECT tenant_id, id, id, '2027-03-02 14:00Z', '2027-03-02 15:00Z', 'ics' FROM technician"
        }) {
      change(insert);
    }
  }

  @Test
  void whatHasNotChangedIsNotReadAgain() {
    var first = known().technician();

    assertThat(first).isNotNull();
    assertThat(known().technician()).isSameAs(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE technician SET active = false",
        "UPDATE technician SET skills = '{water}'",
        "UPDATE technician_policy SET max_daily_appointments = 5",
        "DELETE FROM technician_policy",
        "UPDATE tenant_policy SET slot_step_seconds = 1800",
        "DELETE FROM tenant_policy",
        "UPDATE service_type SET duration_seconds = 600",
        "UPDATE closure SET label = 'Moved'",
        "DELETE FROM closure",
        "UPDATE date_override SET hours = '{}'",
        "DELETE FROM date_override",
        "UPDATE time_off SET end_time = end_time + interval '1 hour'",
        "DELETE FROM time_off",
        "DELETE FROM busy_block",
        "DELETE FROM technician"
      })
  void everyChangeIsSeenAtOnce(String sql) {
    var before = known();

    assertThat(change(sql)).isPositive();

    assertThat(known()).isNotEqualTo(before);
  }

  @Test
  void anotherTenantHasASetupOfItsOwn() {
    assertThat(known().technicians()).hasSize(1);
    tenant = postgres.seeds().tenant();

    assertThat(known()).isEqualTo(new Known(Set.of(), null, null));
  }

  @Test
  void manyRowsInOneTransactionCountOnce() {
    var before = version();
    change(
        "INSERT INTO time_off SELECT tenant_id, id, gen_random_uuid(), '2027-03-02 12:00Z',"
            + " '2027-03-02 13:00Z', '', 1 FROM technician, generate_series(1, 1000)");

    assertThat(version()).isEqualTo(before + 1);
  }

  @Test
  void nothingIsKeptOfWhatMayBeUndone() {
    var before = known();

    var rehearsed =
        database.rehearse(
            tenant,
            Locks.of(tenant),
            tx -> {
              assertThat(known(tx)).isEqualTo(before);
              tx.sql().execute("UPDATE technician_policy SET max_daily_appointments = 5");
              return known(tx);
            });

    assertThat(rehearsed).isNotEqualTo(before);
    // Counted as the rehearsed change was: what was kept of that would be taken for this.
    change("UPDATE technician SET skills = '{water}'");
    assertThat(technician().skills()).containsExactly("water");
    assertThat(technician().policy().maxDailyAppointments()).isEqualTo(4);
    assertThat(database.<Known>write(tenant, this::known)).isEqualTo(known());
  }

  private int change(String sql) {
    return postgres.seeds().execute(tenant, sql);
  }

  private long version() {
    return database.read(
        tenant, tx -> tx.sql().fetchSingle("SELECT version FROM setup_version").get(0, Long.class));
  }

  /** All that a search is told of a setup with one technician. */
  private record Known(
      Set<UUID> technicians,
      @Nullable ServiceTypeRules serviceType,
      @Nullable TechnicianFacts technician) {}

  private Known known() {
    return database.read(tenant, this::known);
  }

  private Known known(Tx tx) {
    var facts = store().read(tx, request(), NOW);
    var rules = facts.serviceType(serviceType);
    var technician =
        facts.technicians().stream()
            .map(id -> facts.technician(id, rules == null ? ServiceTypeRules.NONE : rules))
            .findAny()
            .orElse(null);
    return new Known(facts.technicians(), rules, technician);
  }

  private BookingFactsStore store() {
    return new BookingFactsStore(cache);
  }

  private TechnicianFacts technician() {
    return Objects.requireNonNull(known().technician());
  }

  private FactsRequest request() {
    return new FactsRequest(
        Set.of(), Set.of(), Set.of(), Set.of(serviceType), Reach.exactly(WINDOW));
  }
}
