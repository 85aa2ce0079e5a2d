package org.supportcenter.store.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.schema.jooq.Tables.EVENT;
import static org.supportcenter.schema.jooq.Tables.NOTIFICATION;
import static org.supportcenter.store.appointment.VisitFixture.AUTHOR;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.appointment.AppointmentChange;
import org.supportcenter.domain.appointment.AppointmentChange.Type;
import org.supportcenter.store.Database;
import org.supportcenter.store.TestDatabases;
import org.supportcenter.store.appointment.VisitFixture;
import org.supportcenter.testkit.PostgresExtension;

/** Changes of one transaction, more than travel together. */
class ManyChangesIT {

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static final Instant START = Instant.parse("2027-03-05T09:00:00Z");

  @Test
  void eachIsToldOnceAndOwesItsMails() {
    var seeds = postgres.seeds();
    var tenant = seeds.tenant();
    var technician = seeds.technician(tenant, "Europe/Berlin");
    var customer = seeds.customer(tenant);
    var visits =
        IntStream.range(0, 120)
            .mapToObj(i -> VisitFixture.visit(technician, customer, START.plus(Duration.ofDays(i))))
            .toList();
    var ids = visits.stream().map(Appointment::id).toList();
    try (Database database = TestDatabases.open(postgres)) {
      database.write(
          tenant,
          tx -> {
            visits.forEach(visit -> VisitFixture.insert(tx, visit));
            var changes = visits.stream().map(ManyChangesIT::created).toList();
            new Outbox().append(tx, AUTHOR, changes, List.of());
            return visits;
          });

      var told = database.read(tenant, tx -> tx.sql().fetchValues(EVENT.RESOURCE_ID));
      var owed = database.read(tenant, tx -> tx.sql().fetchValues(NOTIFICATION.APPOINTMENT_ID));
      assertThat(told).containsExactlyInAnyOrderElementsOf(ids);
      assertThat(owed).hasSize(3 * ids.size());
      assertThat(ids).allSatisfy(id -> assertThat(owed).filteredOn(id::equals).hasSize(3));
    }
  }

  private static AppointmentChange created(Appointment visit) {
    return new AppointmentChange(Type.CREATED, null, visit, List.of());
  }
}
