package org.supportcenter.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.supportcenter.engine.plan.PlanDesk.TUESDAY;
import static org.supportcenter.engine.plan.PlanDesk.WEDNESDAY;
import static org.supportcenter.engine.plan.PlanDesk.at;
import static org.supportcenter.engine.testing.Calls.invalidField;
import static org.supportcenter.engine.testing.Calls.reason;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.access.Role;
import org.supportcenter.domain.plan.PlanSize;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.AvailabilityServiceGrpc;
import org.supportcenter.v1.AvailabilityServiceGrpc.AvailabilityServiceBlockingStub;
import org.supportcenter.v1.Closure;
import org.supportcenter.v1.CreateAppointmentRequest;
import org.supportcenter.v1.CreateTimeOffRequest;
import org.supportcenter.v1.DateOverride;
import org.supportcenter.v1.Hours;
import org.supportcenter.v1.Plan;
import org.supportcenter.v1.PlanMove;
import org.supportcenter.v1.PlannedChange;
import org.supportcenter.v1.Policy;
import org.supportcenter.v1.PreviewChangeRequest;
import org.supportcenter.v1.PreviewChangeResponse;
import org.supportcenter.v1.StartAppointmentRequest;
import org.supportcenter.v1.TechnicianServiceGrpc;
import org.supportcenter.v1.TimeOff;

/** The plan that comes with the preview of a change. */
class RepairOfferIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private PlanDesk desk;
  private AvailabilityServiceBlockingStub availability;
  private String away;
  private String other;

  @BeforeEach
  void open() {
    desk = new PlanDesk(engine);
    availability =
        AvailabilityServiceGrpc.newBlockingStub(
            engine.as(engine.seeds().key(desk.tenant, Role.MANAGER)));
    away = desk.technician();
    other = desk.technician();
  }

  @Test
  void placesWhatTimeOffBreaksWithOthersAndNothingElse() {
    var hit = desk.book(away, "2027-03-02T09:00:00Z", Appointment.Status.CONFIRMED);
    var promised = desk.book(other, "2027-03-02T09:00:00Z", Appointment.Status.CONFIRMED);

    var repair = repair(timeOff());
    var plan = solve(repair);

    assertThat(repair.getMovableList()).containsExactly(hit.getName());
    assertThat(plan.getMovesList())
        .singleElement()
        .satisfies(move -> assertThat(move.getKind()).isEqualTo(PlanMove.Kind.MOVED))
        .satisfies(move -> assertThat(move.getAfter().getTechnician()).isEqualTo(other))
        .satisfies(move -> assertThat(move.getReason()).contains("time off"));
    desk.apply(plan);
    assertThat(desk.get(promised.getName())).isEqualTo(promised);
    assertThat(preview(timeOff()).hasRepair()).isFalse();
  }

  @Test
  void holdsAsWellWhenTheTimeOffWasMadeMeanwhile() {
    desk.book(away, "2027-03-02T09:00:00Z", Appointment.Status.CONFIRMED);
    var repair = repair(timeOff());
    TechnicianServiceGrpc.newBlockingStub(engine.as(engine.seeds().key(desk.tenant, Role.MANAGER)))
        .createTimeOff(
            CreateTimeOffRequest.newBuilder()
                .setParent(away)
                .setTimeOff(timeOff().getTimeOff())
                .build());

    var plan = solve(repair);

    assertThat(plan.getMovesList())
        .singleElement()
        .satisfies(move -> assertThat(move.getAfter().getTechnician()).isEqualTo(other));
    assertThat(desk.apply(plan).getState()).isEqualTo(Plan.State.APPLIED);
  }

  @Test
  void keepsToTheHoursThatWouldHold() {
    desk.book(away, "2027-03-02T14:00:00Z", Appointment.Status.CONFIRMED);
    var shorter =
        DateOverride.newBuilder()
            .setDate("2027-03-02")
            .addHours(Hours.newBuilder().setFrom("09:00").setTo("12:00"));

    var alone = repair(of(away).setDateOverride(shorter)).toBuilder().addTechnicians(away);
    var after = solve(alone.build()).getMoves(0).getAfter();

    assertThat(after.getTechnician()).isEqualTo(away);
    assertThat(after.getEndTime().getSeconds())
        .matches(
            end ->
                end <= at("2027-03-02T12:00:00Z").getSeconds() || end > at(WEDNESDAY).getSeconds());
  }

  @Test
  void isOfferedForWhatClosuresAndPoliciesBreak() {
    desk.book(away, "2027-03-02T10:00:00Z", Appointment.Status.CONFIRMED);
    desk.book(away, "2027-03-02T14:00:00Z", Appointment.Status.DRAFT);
    var closed = Closure.newBuilder().setStartDate("2027-03-02").setEndDate("2027-03-02");

    var moves = solve(repair(PreviewChangeRequest.newBuilder().setClosure(closed))).getMovesList();

    assertThat(moves).hasSize(2);
    assertThat(moves)
        .allSatisfy(
            move ->
                assertThat(move.getAfter().getStartTime().getSeconds())
                    .matches(
                        start ->
                            start < at(TUESDAY).getSeconds()
                                || start >= at(WEDNESDAY).getSeconds()));
    var one = of(away).setPolicy(Policy.newBuilder().setMaxDailyAppointments(1));
    assertThat(solve(repair(one)).getMovesList())
        .extracting(PlanMove::getKind)
        .containsExactlyInAnyOrder(PlanMove.Kind.KEPT, PlanMove.Kind.MOVED);
  }

  @Test
  void namesWhoComesIntoQuestionWhenThereAreTooManyForOnePlan() {
    crowd();
    away = desk.technician("fibre");
    var able = desk.technician("fibre");
    var visit =
        Appointment.newBuilder()
            .setTechnician(away)
            .setCustomer(desk.customer())
            .setStartTime(at("2027-03-02T09:00:00Z"))
            .setDuration(PlanDesk.minutes(60))
            .addRequiredSkills("fibre");
    desk.appointments.createAppointment(
        CreateAppointmentRequest.newBuilder().setAppointment(visit).build());

    var repair = repair(timeOff());

    assertThat(repair.getTechniciansList())
        .hasSize(PlanSize.TECHNICIANS)
        .doesNotHaveDuplicates()
        .startsWith(away, able);
    assertThat(solve(repair).getMovesList())
        .singleElement()
        .satisfies(move -> assertThat(move.getAfter().getTechnician()).isEqualTo(able));
  }

  @Test
  void leavesTheChoiceOfManyTechniciansToWhoAsks() {
    crowd();

    var everybody = PlanDesk.tuesday().setTidy(true);

    assertThat(invalidField(() -> desk.create(everybody))).isEqualTo("plan.technicians");
    assertThatThrownBy(() -> desk.create(everybody)).hasMessageContaining("must name up to 200");
  }

  @Test
  void freesNothingThatIsUnderWay() {
    var running = desk.book(away, "2027-03-02T09:00:00Z", Appointment.Status.CONFIRMED);
    desk.appointments.startAppointment(
        StartAppointmentRequest.newBuilder().setName(running.getName()).build());

    var answer = preview(timeOff());

    assertThat(answer.getTotalSize()).isEqualTo(1);
    assertThat(answer.hasRepair()).isFalse();
  }

  @Test
  void namesTheFieldOfAChangeThatMakesNoSense() {
    var change = PlannedChange.newBuilder().setTimeOff(timeOff().getTimeOff());
    assertThat(invalidField(() -> desk.create(PlanDesk.tuesday().setTidy(true).setChange(change))))
        .isEqualTo("plan.change.technician");
    var unknown = change.setTechnician("technicians/" + UUID.randomUUID());
    assertThat(reason(() -> desk.create(PlanDesk.tuesday().setTidy(true).setChange(unknown))))
        .isEqualTo("RESOURCE_NOT_FOUND");
  }

  /** More technicians than one plan takes. */
  private void crowd() {
    for (int i = 0; i < PlanSize.TECHNICIANS - 1; i++) {
      desk.technician();
    }
  }

  private Plan solve(Plan repair) {
    return desk.solve(repair.toBuilder().setTimeLimit(PlanDesk.tuesday().getTimeLimit()));
  }

  private Plan repair(PreviewChangeRequest.Builder change) {
    return preview(change).getRepair();
  }

  private PreviewChangeResponse preview(PreviewChangeRequest.Builder change) {
    return availability.previewChange(change.build());
  }

  private PreviewChangeRequest.Builder timeOff() {
    return of(away)
        .setTimeOff(TimeOff.newBuilder().setStartTime(at(TUESDAY)).setEndTime(at(WEDNESDAY)));
  }

  private static PreviewChangeRequest.Builder of(String technician) {
    return PreviewChangeRequest.newBuilder().setTechnician(technician);
  }
}
