package org.supportcenter.engine.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.appointment.Desk.at;
import static org.supportcenter.engine.appointment.Desk.minutes;
import static org.supportcenter.engine.testing.Calls.error;
import static org.supportcenter.engine.testing.Calls.reason;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.Appointment.Status;
import org.supportcenter.v1.AppointmentServiceGrpc;
import org.supportcenter.v1.CreateAppointmentRequest;
import org.supportcenter.v1.ErrorReason;
import org.supportcenter.v1.GetAppointmentRequest;
import org.supportcenter.v1.NewCustomer;
import org.supportcenter.v1.Ticket;

class BookingIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private Desk desk;
  private UUID technician;

  @BeforeEach
  void open() {
    desk = new Desk(engine);
    technician = desk.technician("network");
  }

  @Test
  void aBookingIsConfirmedNumberedAndHasATicket() {
    var visit = desk.book(technician, "2027-03-02T10:00:00Z");

    assertThat(visit.getReference()).isEqualTo("APPT-001");
    assertThat(visit.getStatus()).isEqualTo(Status.CONFIRMED);
    assertThat(visit.getEndTime()).isEqualTo(at("2027-03-02T11:00:00Z"));
    assertThat(visit.getEtag()).isEqualTo("\"1\"");
    assertThat(desk.get(visit)).isEqualTo(visit);
    var ticket = desk.ticket(visit);
    assertThat(ticket.getReference()).isEqualTo("TICK-001");
    assertThat(ticket.getSubject()).isEqualTo("Support Appointment: APPT-001");
    assertThat(ticket.getStage()).isEqualTo(Ticket.Stage.SCHEDULED);
    assertThat(ticket.getAssignee()).isEqualTo(visit.getTechnician());
    assertThat(ticket.getCustomer()).isEqualTo(visit.getCustomer());
  }

  @Test
  void aNewCustomerIsCreatedWithTheBooking() {
    var visit =
        desk.create(
            desk.visit(technician, "2027-03-02T10:00:00Z")
                .clearCustomer()
                .setNewCustomer(NewCustomer.newBuilder().setDisplayName("Ada")));

    assertThat(visit.getCustomer()).startsWith("customers/");
    assertThat(visit.hasNewCustomer()).isFalse();
    assertThat(desk.get(visit)).isEqualTo(visit);
  }

  @Test
  void whatTheTechnicianLeavesOpenIsBookedByTheTenantsPolicy() {
    engine
        .seeds()
        .execute(
            desk.tenant,
            "INSERT INTO tenant_policy (tenant_id, buffer_after_seconds, version) VALUES (?, 900, 1)",
            desk.tenant);

    assertThat(desk.book(technician, "2027-03-02T10:00:00Z").getBufferAfter())
        .isEqualTo(minutes(15));
  }

  @Test
  void exactlyOneOfCustomerAndNewCustomerIsGiven() {
    var both =
        desk.visit(technician, "2027-03-02T10:00:00Z")
            .setNewCustomer(NewCustomer.newBuilder().setDisplayName("Ada"));
    var none = desk.visit(technician, "2027-03-02T10:00:00Z").clearCustomer();

    assertThat(reason(() -> desk.create(both))).isEqualTo("FIELD_INVALID");
    assertThat(reason(() -> desk.create(none))).isEqualTo("FIELD_INVALID");
  }

  @Test
  void aRefusalTellsEveryBrokenRuleAndWhatCanBeHadInstead() {
    desk.book(technician, "2027-03-02T10:00:00Z");
    var other = desk.technician();

    var refusal =
        error(
            () ->
                desk.create(
                    desk.visit(technician, "2027-03-02T10:30:00Z").addRequiredSkills("roof")));

    assertThat(Desk.reasons(refusal)).containsExactly("OVERLAPS_APPOINTMENT", "MISSING_SKILL");
    assertThat(EngineExtension.info(refusal).getReason()).isEqualTo("OVERLAPS_APPOINTMENT");
    assertThat(Desk.alternatives(refusal).getAlternativesList()).isEmpty();

    var simple = error(() -> desk.book(technician, "2027-03-02T10:30:00Z"));
    var alternatives = Desk.alternatives(simple).getAlternativesList();
    assertThat(alternatives).hasSize(3);
    assertThat(alternatives.getFirst().getTechnician()).isEqualTo("technicians/" + technician);
    assertThat(alternatives.getFirst().getStartTime()).isEqualTo(at("2027-03-02T11:00:00Z"));
    for (var alternative : alternatives) {
      desk.create(
          desk.visit(technician, "2027-03-02T10:30:00Z")
              .setTechnician(alternative.getTechnician())
              .setStartTime(alternative.getStartTime())
              .setDuration(minutes(15)));
    }
    assertThat(other).isNotEqualTo(technician);
  }

  @Test
  void aColleagueIsOfferedAtTheAskedTimeWhenTheOneAskedForCannotBeBookedThen() {
    var near = desk.technician("network");
    desk.setPolicy(near, "advance_booking_days", 1);

    var refusal = error(() -> desk.book(near, "2027-03-10T10:00:00Z"));

    assertThat(Desk.reasons(refusal)).containsExactly("BEYOND_BOOKING_WINDOW");
    desk.setPolicy(near, "minimum_notice_seconds", 864_000);
    var never = error(() -> desk.book(near, "2027-03-10T10:00:00Z"));
    assertThat(Desk.reasons(never)).contains("NOTICE_TOO_SHORT");
    assertThat(Desk.alternatives(never).getAlternatives(0))
        .satisfies(
            first -> assertThat(first.getTechnician()).isEqualTo("technicians/" + technician))
        .satisfies(first -> assertThat(first.getStartTime()).isEqualTo(at("2027-03-10T10:00:00Z")));
  }

  @Test
  void aDryRunJudgesAndStoresNothing() {
    var visit = desk.visit(technician, "2027-03-02T10:00:00Z");
    var dry = desk.manager.createAppointment(Desk.request(visit).setValidateOnly(true).build());

    assertThat(dry.getName()).isEmpty();
    assertThat(dry.getReference()).isEmpty();
    assertThat(dry.getTicket()).isEmpty();
    assertThat(dry.getEndTime()).isEqualTo(at("2027-03-02T11:00:00Z"));
    assertThat(engine.seeds().count(desk.tenant, "appointment")).isZero();
    assertThat(desk.create(visit).getReference()).isEqualTo("APPT-001");
    assertThat(
            reason(
                () ->
                    desk.manager.createAppointment(
                        Desk.request(visit).setValidateOnly(true).build())))
        .isEqualTo("OVERLAPS_APPOINTMENT");
  }

  @Test
  void onlyWhatIsReallyBrokenIsWaived() {
    desk.setPolicy(technician, "minimum_notice_seconds", 7200);
    var visit =
        desk.manager.createAppointment(
            waiving(desk.visit(technician, "2027-03-01T09:00:00Z"), ErrorReason.NOTICE_TOO_SHORT)
                .addWaive(ErrorReason.TIME_OFF)
                .build());

    assertThat(visit.getWaiversList()).hasSize(1);
    assertThat(visit.getWaivers(0).getReason()).isEqualTo(ErrorReason.NOTICE_TOO_SHORT);
    assertThat(visit.getWaivers(0).getJustification()).isEqualTo("The customer insists");
    assertThat(visit.getWaivers(0).getWaivedBy()).isEqualTo(visit.getCreator());
  }

  @Test
  void whatNobodyMayWaiveStaysRefusedAndWhatIsNoRuleIsInvalid() {
    desk.book(technician, "2027-03-02T10:00:00Z");
    var overlapping =
        waiving(desk.visit(technician, "2027-03-02T10:30:00Z"), ErrorReason.OVERLAPS_APPOINTMENT);
    var past = waiving(desk.visit(technician, "2027-03-01T07:00:00Z"), ErrorReason.START_IN_PAST);
    var noRule = waiving(desk.visit(technician, "2027-03-03T07:00:00Z"), ErrorReason.FIELD_INVALID);

    assertThat(reason(() -> desk.manager.createAppointment(overlapping.build())))
        .isEqualTo("OVERLAPS_APPOINTMENT");
    assertThat(reason(() -> desk.manager.createAppointment(past.build())))
        .isEqualTo("START_IN_PAST");
    assertThat(reason(() -> desk.manager.createAppointment(noRule.build())))
        .isEqualTo("FIELD_INVALID");
  }

  @Test
  void aWaivedBufferIsStoredBesideItsNeighbour() {
    desk.setPolicy(technician, "buffer_after_seconds", 900);
    desk.book(technician, "2027-03-02T10:00:00Z");
    var near = desk.visit(technician, "2027-03-02T11:10:00Z");

    assertThat(reason(() -> desk.create(near))).isEqualTo("BUFFER_TOO_SHORT");
    var waived =
        desk.manager.createAppointment(waiving(near, ErrorReason.BUFFER_TOO_SHORT).build());
    assertThat(waived.getWaiversList()).hasSize(1);
  }

  @Test
  void unknownReferencesAreNotFound() {
    var visit = desk.visit(technician, "2027-03-02T10:00:00Z");
    var nobody = UUID.randomUUID();

    assertThat(reason(() -> desk.create(visit.clone().setTechnician("technicians/" + nobody))))
        .isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(reason(() -> desk.create(visit.clone().setCustomer("customers/" + nobody))))
        .isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(reason(() -> desk.create(visit.clone().setTicket("tickets/" + nobody))))
        .isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(reason(() -> desk.create(visit.clone().setServiceType("serviceTypes/" + nobody))))
        .isEqualTo("RESOURCE_NOT_FOUND");
  }

  @Test
  void aTicketOfAnotherCustomerIsRefused() {
    var first = desk.book(technician, "2027-03-02T10:00:00Z");

    assertThat(
            reason(
                () ->
                    desk.create(
                        desk.visit(technician, "2027-03-02T12:00:00Z")
                            .setTicket(first.getTicket()))))
        .isEqualTo("FIELD_INVALID");
  }

  @Test
  void aTechnicianBooksOnlyTheirOwnVisitsAndWaivesNothing() {
    var own =
        AppointmentServiceGrpc.newBlockingStub(
            engine.as(engine.seeds().technicianKey(desk.tenant, technician)));
    var other = desk.technician();
    var visit = own.createAppointment(request(technician, "2027-03-02T10:00:00Z"));

    assertThat(visit.getStatus()).isEqualTo(Status.CONFIRMED);
    assertThat(reason(() -> own.createAppointment(request(other, "2027-03-02T10:00:00Z"))))
        .isEqualTo("NOT_ALLOWED");
    assertThat(
            reason(
                () ->
                    own.createAppointment(
                        waiving(
                                desk.visit(technician, "2027-03-02T12:00:00Z"),
                                ErrorReason.TIME_OFF)
                            .build())))
        .isEqualTo("NOT_ALLOWED");
    var foreign = desk.book(other, "2027-03-02T10:00:00Z");
    assertThat(reason(() -> own.getAppointment(get(foreign)))).isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(own.getAppointment(get(visit))).isEqualTo(visit);
  }

  private CreateAppointmentRequest request(UUID who, String start) {
    return Desk.request(desk.visit(who, start)).build();
  }

  private static GetAppointmentRequest get(Appointment visit) {
    return GetAppointmentRequest.newBuilder().setName(visit.getName()).build();
  }

  private static CreateAppointmentRequest.Builder waiving(
      Appointment.Builder visit, ErrorReason reason) {
    return Desk.request(visit).addWaive(reason).setWaiveJustification("The customer insists");
  }
}
