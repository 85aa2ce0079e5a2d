package org.supportcenter.engine.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.access.Role;
import org.supportcenter.engine.EngineServer;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.engine.testing.Race;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.AppointmentMove;
import org.supportcenter.v1.AppointmentServiceGrpc;
import org.supportcenter.v1.AppointmentServiceGrpc.AppointmentServiceBlockingStub;
import org.supportcenter.v1.BatchMoveAppointmentsRequest;
import org.supportcenter.v1.ConfirmAppointmentRequest;

/** Many callers at once through two engines on one database. */
class BookingRacesIT {

  private static final int CALLERS = 64;

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private Desk desk;
  private UUID technician;
  private EngineServer second;
  private ManagedChannel toSecond;
  private List<AppointmentServiceBlockingStub> stubs;

  @BeforeEach
  void open() {
    desk = new Desk(engine);
    technician = desk.technician();
    second = engine.start();
    toSecond = EngineExtension.channelTo(second);
    var key = engine.seeds().key(desk.tenant, Role.MANAGER);
    stubs =
        List.of(
            AppointmentServiceGrpc.newBlockingStub(engine.as(key)),
            AppointmentServiceGrpc.newBlockingStub(
                EngineExtension.with(toSecond, "x-api-key", key.secret())));
  }

  @AfterEach
  void close() {
    toSecond.shutdownNow();
    second.close();
  }

  @Test
  void oneOfManyGetsTheSlotAndTheOthersAlternatives() throws Exception {
    var requests = new ArrayList<Callable<Appointment>>();
    for (int i = 0; i < CALLERS; i++) {
      var request = Desk.request(desk.visit(technician, "2027-03-02T10:00:00Z")).build();
      var stub = stub(i);
      requests.add(() -> stub.createAppointment(request));
    }

    var outcome = Race.of(requests);

    assertThat(outcome.successes()).hasSize(1);
    assertThat(outcome.refusals()).hasSize(CALLERS - 1);
    for (var refusal : outcome.refusals()) {
      assertThat(Desk.reasons(refusal)).containsExactly("OVERLAPS_APPOINTMENT");
      assertThat(Desk.alternatives(refusal).getAlternativesList()).hasSize(3);
    }
    assertThat(engine.seeds().count(desk.tenant, "appointment")).isEqualTo(1);
    assertThat(engine.seeds().count(desk.tenant, "ticket")).isEqualTo(1);
  }

  @Test
  void oneOfManyGetsTheLastPlaceOfADay() throws Exception {
    desk.setPolicy(technician, "max_daily_appointments", 1);
    var requests = new ArrayList<Callable<Appointment>>();
    for (int i = 0; i < CALLERS; i++) {
      var start = "2027-03-02T%02d:%02d:00Z".formatted(i / 4, i % 4 * 15);
      var visit = desk.visit(technician, start).setDuration(Desk.minutes(15));
      var request = Desk.request(visit).build();
      var stub = stub(i);
      requests.add(() -> stub.createAppointment(request));
    }

    var outcome = Race.of(requests);

    assertThat(outcome.successes()).hasSize(1);
    assertThat(outcome.refusals())
        .hasSize(CALLERS - 1)
        .allSatisfy(
            refusal -> assertThat(Desk.reasons(refusal)).containsExactly("DAILY_LIMIT_REACHED"));
  }

  @Test
  void oneOfManyConfirmsTheDraft() throws Exception {
    var draft = desk.draft(technician, "2027-03-02T10:00:00Z");
    var request = ConfirmAppointmentRequest.newBuilder().setName(draft.getName()).build();
    var requests = new ArrayList<Callable<Appointment>>();
    for (int i = 0; i < CALLERS; i++) {
      var stub = stub(i);
      requests.add(() -> stub.confirmAppointment(request));
    }

    var outcome = Race.of(requests);

    assertThat(outcome.successes()).hasSize(1);
    assertThat(outcome.refusals())
        .hasSize(CALLERS - 1)
        .allSatisfy(
            refusal ->
                assertThat(EngineExtension.info(refusal).getReason())
                    .isEqualTo("STATUS_TRANSITION_NOT_ALLOWED"));
    assertThat(desk.get(draft).getEtag()).isEqualTo("\"2\"");
  }

  @Test
  void twinsOfARequestAreCarriedOutOnce() throws Exception {
    var request =
        Desk.request(desk.visit(technician, "2027-03-02T10:00:00Z"))
            .setRequestId(UUID.randomUUID().toString())
            .build();
    var requests = new ArrayList<Callable<Appointment>>();
    for (int i = 0; i < CALLERS; i++) {
      var stub = stub(i);
      requests.add(() -> stub.createAppointment(request));
    }

    var outcome = Race.of(requests);

    assertThat(outcome.refusals()).isEmpty();
    assertThat(outcome.successes()).hasSize(CALLERS);
    assertThat(outcome.successes().stream().distinct()).hasSize(1);
    assertThat(engine.seeds().count(desk.tenant, "appointment")).isEqualTo(1);
  }

  @Test
  void aCustomerIsInOnePlaceAtATimeWhoeverTheTechnicians() throws Exception {
    var customer = "customers/" + desk.customer();
    var requests = new ArrayList<Callable<Appointment>>();
    for (int i = 0; i < CALLERS / 4; i++) {
      var visit = desk.visit(desk.technician(), "2027-03-02T10:00:00Z").setCustomer(customer);
      var request = Desk.request(visit).build();
      var stub = stub(i);
      requests.add(() -> stub.createAppointment(request));
    }

    var outcome = Race.of(requests);

    assertThat(outcome.successes()).hasSize(1);
    assertThat(outcome.refusals())
        .allSatisfy(
            refusal -> assertThat(Desk.reasons(refusal)).containsExactly("CUSTOMER_OVERLAP"));
  }

  @Test
  void swapsNeverMeetOnOnePlace() throws Exception {
    var other = desk.technician();
    var one = desk.book(technician, "2027-03-02T10:00:00Z");
    var two = desk.book(other, "2027-03-02T10:00:00Z");
    var requests = new ArrayList<Callable<Appointment>>();
    for (int i = 0; i < CALLERS / 2; i++) {
      var stub = stub(i);
      var forth = i % 4 < 2;
      requests.add(
          () ->
              stub.batchMoveAppointments(
                      BatchMoveAppointmentsRequest.newBuilder()
                          .addMoves(to(one, forth ? other : technician))
                          .addMoves(to(two, forth ? technician : other))
                          .build())
                  .getAppointments(0));
    }

    var outcome = Race.of(requests);

    assertThat(outcome.refusals()).isEmpty();
    assertThat(desk.get(one).getTechnician()).isNotEqualTo(desk.get(two).getTechnician());
  }

  private static AppointmentMove to(Appointment visit, UUID technician) {
    return AppointmentMove.newBuilder()
        .setName(visit.getName())
        .setTechnician("technicians/" + technician)
        .build();
  }

  private AppointmentServiceBlockingStub stub(int caller) {
    return stubs.get(caller % stubs.size());
  }
}
