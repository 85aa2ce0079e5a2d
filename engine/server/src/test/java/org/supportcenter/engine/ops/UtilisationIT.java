package org.supportcenter.engine.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.access.Role;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.engine.testing.TestDatabases;
import org.supportcenter.store.TenantDatabases;
import org.supportcenter.store.booking.SetupCache;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.AppointmentServiceGrpc;
import org.supportcenter.v1.CreateAppointmentRequest;

class UtilisationIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final ActiveTenants tenants = new ActiveTenants();

  @Test
  void itIsTheBookedShareOfTheWorkingHoursOfTenantsSeenLately() {
    var tenant = engine.seeds().tenant();
    // It is 09:00 in Berlin on a Monday: eight working hours lie ahead today, none before tomorrow
    // 09:00.
    var technician = engine.seeds().technician(tenant, "Europe/Berlin");
    var customer = engine.seeds().customer(tenant);
    var manager = engine.as(engine.seeds().key(tenant, Role.MANAGER));
    var start = Instant.parse("2027-03-01T10:00:00Z");
    AppointmentServiceGrpc.newBlockingStub(manager)
        .createAppointment(
            CreateAppointmentRequest.newBuilder()
                .setAppointment(
                    Appointment.newBuilder()
                        .setTechnician("technicians/" + technician)
                        .setCustomer("customers/" + customer)
                        .setStartTime(Timestamp.newBuilder().setSeconds(start.getEpochSecond())))
                .build());
    try (var databases = TenantDatabases.shared(TestDatabases.open(engine.postgres()))) {
      var utilisation =
          new Utilisation(
              databases, tenants, new SetupCache(), new Metrics(registry), engine.clock());
      utilisation.refresh();
      assertThat(ratio()).isNaN();

      tenants.seen(tenant);
      utilisation.refresh();
      assertThat(ratio()).isEqualTo(1.0 / 8);
    }
  }

  private double ratio() {
    return registry.get("supportcenter.utilisation.ratio").gauge().value();
  }
}
