package org.supportcenter.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.plan.PlanDesk.tuesday;
import static org.supportcenter.engine.testing.Calls.reason;

import io.grpc.StatusRuntimeException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.ApplyPlanRequest;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.CancelAppointmentRequest;
import org.supportcenter.v1.Plan;
import org.supportcenter.v1.PlanMove;

/** Plans are carried out wholly, once, and only while nothing has moved under them. */
class PlanApplicationIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private PlanDesk desk;

  @BeforeEach
  void open() {
    desk = new PlanDesk(engine);
  }

  @Test
  void isStaleWhenAVisitWasChangedOrItsPlaceIsTaken() {
    var technician = desk.technician();
    var draft = desk.book(technician, "2027-03-02T15:00:00Z", Appointment.Status.DRAFT);
    var changed = desk.solve(tuesday().addDrafts(draft.getName()));
    desk.appointments.cancelAppointment(
        CancelAppointmentRequest.newBuilder().setName(draft.getName()).build());
    assertThat(reason(() -> desk.apply(changed))).isEqualTo("PLAN_STALE");

    var taken = desk.solve(tuesday().addRequests(desk.request(0)));
    var place = taken.getMoves(0).getAfter();
    desk.book(
        technician,
        Instant.ofEpochSecond(place.getStartTime().getSeconds()).toString(),
        Appointment.Status.CONFIRMED);
    assertThat(reason(() -> desk.apply(taken))).isEqualTo("PLAN_STALE");
    assertThat(desk.read(taken).getState()).isEqualTo(Plan.State.READY);
  }

  @Test
  void isStaleWhenAVisitWasChangedThatItKeepsWhereItIs() {
    var technician = desk.technician();
    var kept = desk.book(technician, "2027-03-02T09:00:00Z", Appointment.Status.CONFIRMED);
    var untouched = desk.solve(tuesday().addMovable(kept.getName()).addRequests(desk.request(0.1)));
    assertThat(untouched.getMovesList())
        .extracting(PlanMove::getKind)
        .containsExactly(PlanMove.Kind.KEPT, PlanMove.Kind.CREATED);
    desk.appointments.cancelAppointment(
        CancelAppointmentRequest.newBuilder().setName(kept.getName()).build());
    assertThat(reason(() -> desk.apply(untouched))).isEqualTo("PLAN_STALE");
  }

  @Test
  void appliesARetryOnce() {
    desk.technician();
    var plan = desk.solve(tuesday().addRequests(desk.request(0)));
    var request =
        ApplyPlanRequest.newBuilder()
            .setName(plan.getName())
            .setRequestId(UUID.randomUUID().toString())
            .build();

    var first = desk.plans.applyPlan(request);

    assertThat(desk.plans.applyPlan(request)).isEqualTo(first);
    assertThat(engine.seeds().count(desk.tenant, "appointment")).isEqualTo(1);
  }

  @Test
  void appliesAllOfAPlanHoweverSoonItIsAsked() {
    desk.technician();
    var plan = desk.create(tuesday().addRequests(desk.request(0)).addRequests(desk.request(0.1)));
    while (!isApplied(plan)) {
      Thread.onSpinWait();
    }

    assertThat(engine.seeds().count(desk.tenant, "appointment")).isEqualTo(2);
  }

  private boolean isApplied(Plan plan) {
    try {
      return desk.apply(plan).getState() == Plan.State.APPLIED;
    } catch (StatusRuntimeException early) {
      assertThat(EngineExtension.info(early).getReason())
          .isEqualTo("STATUS_TRANSITION_NOT_ALLOWED");
      return false;
    }
  }
}
