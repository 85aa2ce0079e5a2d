package org.supportcenter.engine.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.appointment.Desk.at;
import static org.supportcenter.engine.testing.Calls.error;
import static org.supportcenter.engine.testing.Calls.reason;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.access.Role;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.AppointmentMove;
import org.supportcenter.v1.AvailabilityServiceGrpc;
import org.supportcenter.v1.BatchMoveAppointmentsRequest;
import org.supportcenter.v1.BatchMoveAppointmentsResponse;
import org.supportcenter.v1.CheckAvailabilityRequest;
import org.supportcenter.v1.CheckAvailabilityResponse;
import org.supportcenter.v1.CreateTimeOffRequest;
import org.supportcenter.v1.TechnicianServiceGrpc;
import org.supportcenter.v1.TimeOff;
import org.supportcenter.v1.Violation;

class BatchMoveIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private Desk desk;
  private UUID technician;

  @BeforeEach
  void open() {
    desk = new Desk(engine);
    technician = desk.technician();
  }

  @Test
  void twoVisitsTakeEachOthersPlaces() {
    var one = desk.book(technician, "2027-03-02T10:00:00Z");
    var two = desk.book(technician, "2027-03-02T11:00:00Z");

    var moved = move(to(one, "2027-03-02T11:00:00Z"), to(two, "2027-03-02T10:00:00Z"));

    assertThat(moved.getAppointments(0).getStartTime()).isEqualTo(two.getStartTime());
    assertThat(moved.getAppointments(1).getStartTime()).isEqualTo(one.getStartTime());
    assertThat(desk.get(one)).isEqualTo(moved.getAppointments(0));
    assertThat(reason(() -> desk.book(technician, "2027-03-02T10:30:00Z")))
        .isEqualTo("OVERLAPS_APPOINTMENT");
  }

  @Test
  void aRefusalOfManyMovesStaysSmallEnoughToBeReadAndSaysHowMuchItLeavesOff() {
    var moves = new AppointmentMove[100];
    for (int i = 0; i < moves.length; i++) {
      var visit =
          desk.create(
              desk.visit(technician, "2027-03-%02dT%02d:00:00Z".formatted(2 + i / 20, i % 20)));
      moves[i] = to(visit, "2027-02-01T10:00:00Z");
    }

    var refusal = error(() -> move(moves));

    var told = Desk.violations(refusal);
    assertThat(told.size()).isBetween(5, 30);
    assertThat(EngineExtension.info(refusal).getReason()).isEqualTo("START_IN_PAST");
    assertThat(EngineExtension.info(refusal).getMetadataMap().get("violationsLeftOff")).isNotNull();
  }

  @Test
  void allMoveOrNoneAndEveryBrokenRuleNamesItsAppointment() {
    var one = desk.book(technician, "2027-03-02T10:00:00Z");
    var two = desk.book(technician, "2027-03-02T11:00:00Z");
    var inTheWay = desk.book(technician, "2027-03-02T14:00:00Z");

    var refusal =
        error(() -> move(to(one, "2027-03-02T14:30:00Z"), to(two, "2027-02-01T10:00:00Z")));

    assertThat(Desk.reasons(refusal)).containsExactly("OVERLAPS_APPOINTMENT", "START_IN_PAST");
    assertThat(Desk.violations(refusal))
        .extracting(Violation::getSubject)
        .containsExactly(inTheWay.getName(), two.getName());
    assertThat(Desk.violations(refusal))
        .extracting(violation -> violation.getMetadataOrThrow("appointment"))
        .containsExactly(one.getName(), two.getName());
    assertThat(desk.get(one)).isEqualTo(one);
    assertThat(desk.get(two)).isEqualTo(two);
  }

  @Test
  void timeOffInTheWayIsNamedAsItsTechnicians() {
    var visit = desk.book(technician, "2027-03-02T10:00:00Z");
    var technicians =
        TechnicianServiceGrpc.newBlockingStub(
            engine.as(engine.seeds().key(desk.tenant, Role.MANAGER)));
    var off =
        technicians.createTimeOff(
            CreateTimeOffRequest.newBuilder()
                .setParent("technicians/" + technician)
                .setTimeOff(
                    TimeOff.newBuilder()
                        .setStartTime(at("2027-03-03T00:00:00Z"))
                        .setEndTime(at("2027-03-04T00:00:00Z")))
                .build());

    var refusal = error(() -> move(to(visit, "2027-03-03T10:00:00Z")));

    assertThat(Desk.violations(refusal))
        .singleElement()
        .satisfies(violation -> assertThat(violation.getSubject()).isEqualTo(off.getName()))
        .satisfies(
            violation ->
                assertThat(violation.getMetadataOrThrow("appointment")).isEqualTo(visit.getName()));
  }

  @Test
  void oneMoveAloneIsOfferedOtherStartsAndSeveralAreNot() {
    var one = desk.book(technician, "2027-03-02T10:00:00Z");
    var two = desk.book(technician, "2027-03-02T11:00:00Z");
    desk.book(technician, "2027-03-02T14:00:00Z");

    var alone = error(() -> move(to(one, "2027-03-02T14:30:00Z")));
    var together =
        error(() -> move(to(one, "2027-03-02T14:30:00Z"), to(two, "2027-03-02T12:00:00Z")));

    var offered = Desk.alternatives(alone).getAlternatives(0);
    assertThat(
            move(AppointmentMove.newBuilder()
                    .setName(one.getName())
                    .setStartTime(offered.getStartTime())
                    .build())
                .getAppointments(0)
                .getStartTime())
        .isEqualTo(offered.getStartTime());
    assertThat(Desk.alternatives(together).getAlternativesList()).isEmpty();
  }

  @Test
  void eachAppointmentIsNamedOnceAndInItsVersion() {
    var one = desk.book(technician, "2027-03-02T10:00:00Z");

    assertThat(reason(() -> move(to(one, "2027-03-02T14:00:00Z"), to(one, "2027-03-02T15:00:00Z"))))
        .isEqualTo("FIELD_INVALID");
    assertThat(
            reason(
                () -> move(to(one, "2027-03-02T14:00:00Z").toBuilder().setEtag("\"9\"").build())))
        .isEqualTo("ETAG_MISMATCH");
  }

  @Test
  void whatAMoveNamesAndDoesNotExistIsToldByItsPlace() {
    var one = desk.book(technician, "2027-03-02T10:00:00Z");
    var other = desk.book(technician, "2027-03-02T12:00:00Z");
    var toNobody =
        to(other, "2027-03-02T15:00:00Z").toBuilder()
            .setTechnician("technicians/" + UUID.randomUUID())
            .build();

    assertThat(error(() -> move(to(one, "2027-03-02T14:00:00Z"), toNobody)))
        .hasMessageContaining("moves[1].technician");
  }

  @Test
  void aCheckAnswersLikeABooking() {
    var visit = desk.book(technician, "2027-03-02T10:00:00Z");

    var taken = check(question("2027-03-02T10:30:00Z"));
    assertThat(taken.getAvailable()).isFalse();
    assertThat(taken.getViolationsList())
        .extracting(Violation::getSubject)
        .containsExactly(visit.getName());
    assertThat(taken.getAlternativesCount()).isEqualTo(3);
    assertThat(
            check(question("2027-03-02T10:30:00Z").setExcludeAppointment(visit.getName()))
                .getAvailable())
        .isTrue();
    assertThat(check(question("2027-03-02T11:00:00Z")).getAvailable()).isTrue();
  }

  private CheckAvailabilityRequest.Builder question(String start) {
    return CheckAvailabilityRequest.newBuilder()
        .setTechnician("technicians/" + technician)
        .setStartTime(at(start));
  }

  private CheckAvailabilityResponse check(CheckAvailabilityRequest.Builder question) {
    return AvailabilityServiceGrpc.newBlockingStub(desk.manager.getChannel())
        .checkAvailability(question.build());
  }

  private BatchMoveAppointmentsResponse move(AppointmentMove... moves) {
    var request = BatchMoveAppointmentsRequest.newBuilder();
    for (var move : moves) {
      request.addMoves(move);
    }
    return desk.manager.batchMoveAppointments(request.build());
  }

  private static AppointmentMove to(Appointment visit, String start) {
    return AppointmentMove.newBuilder().setName(visit.getName()).setStartTime(at(start)).build();
  }
}
