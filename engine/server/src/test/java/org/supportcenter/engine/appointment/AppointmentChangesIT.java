package org.supportcenter.engine.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.appointment.Desk.at;
import static org.supportcenter.engine.appointment.Desk.minutes;
import static org.supportcenter.engine.appointment.Desk.of;
import static org.supportcenter.engine.testing.Calls.error;
import static org.supportcenter.engine.testing.Calls.reason;

import com.google.protobuf.FieldMask;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.Alternative;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.Appointment.Status;
import org.supportcenter.v1.AppointmentServiceGrpc;
import org.supportcenter.v1.CancelAppointmentRequest;
import org.supportcenter.v1.ErrorReason;
import org.supportcenter.v1.Location;
import org.supportcenter.v1.Ticket;
import org.supportcenter.v1.UpdateAppointmentRequest;

class AppointmentChangesIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private Desk desk;
  private UUID technician;

  @BeforeEach
  void open() {
    desk = new Desk(engine);
    technician = desk.technician();
  }

  @AfterEach
  void resetClock() {
    engine.clock().set(Instant.parse(EngineExtension.START));
  }

  @Test
  void aMoveIgnoresTheOldPlaceAndARefusedOneChangesNothing() {
    var visit = desk.book(technician, "2027-03-02T10:00:00Z");
    desk.book(technician, "2027-03-02T12:00:00Z");

    var moved = desk.update(of(visit).setStartTime(at("2027-03-02T10:30:00Z")));
    assertThat(moved.getEtag()).isEqualTo("\"2\"");
    assertThat(moved.getEndTime()).isEqualTo(at("2027-03-02T11:30:00Z"));

    var refusal = error(() -> desk.update(of(visit).setStartTime(at("2027-03-02T11:30:00Z"))));
    assertThat(Desk.reasons(refusal)).containsExactly("OVERLAPS_APPOINTMENT");
    assertThat(Desk.alternatives(refusal).getAlternativesCount()).isEqualTo(3);
    assertThat(desk.get(visit)).isEqualTo(moved);
  }

  @Test
  void whatIsOfferedWhereTheVisitStandsNowKeepsItsBuffers() {
    var elsewhere = desk.technician();
    desk.setPolicy(elsewhere, "minimum_notice_seconds", 30_000_000);
    desk.setPolicy(technician, "buffer_after_seconds", 3600);
    var visit = desk.book(technician, "2027-03-02T10:00:00Z");
    desk.setPolicy(technician, "buffer_after_seconds", 0);
    desk.book(technician, "2027-03-02T14:00:00Z");

    var refusal =
        error(
            () ->
                desk.update(
                    of(visit)
                        .setTechnician("technicians/" + elsewhere)
                        .setStartTime(at("2027-03-02T12:00:00Z"))));

    assertThat(Desk.alternatives(refusal).getAlternativesList())
        .extracting(Alternative::getStartTime)
        .containsExactly(
            at("2027-03-02T12:00:00Z"), at("2027-03-02T11:45:00Z"), at("2027-03-02T11:30:00Z"));
  }

  @Test
  void aRunningVisitIsExtendedAndGivenToSomebodyElseAfterItsStart() {
    var visit = desk.start(desk.book(technician, "2027-03-01T09:00:00Z"));
    engine.clock().set(Instant.parse("2027-03-01T09:30:00Z"));

    var longer = desk.update(of(visit).setDuration(minutes(120)));
    assertThat(longer.getEndTime()).isEqualTo(at("2027-03-01T11:00:00Z"));
    var other = desk.technician();
    var given = desk.update(of(visit).setTechnician("technicians/" + other));
    assertThat(given.getTechnician()).endsWith(other.toString());
    assertThat(desk.ticket(given).getAssignee()).isEqualTo(given.getTechnician());
    assertThat(reason(() -> desk.update(of(visit).setStartTime(at("2027-03-01T09:15:00Z")))))
        .isEqualTo("START_IN_PAST");
  }

  @Test
  void detailsChangeWithoutJudgementAndTheSameValuesChangeNothing() {
    var visit = desk.book(technician, "2027-03-02T10:00:00Z");
    engine.clock().set(Instant.parse("2027-03-03T00:00:00Z"));

    var noted =
        desk.update(
            of(visit)
                .setDescription("<b>'; DROP TABLE appointment; --")
                .setLocation(
                    Location.newBuilder().setAddress("Here").setLatitude(1).setLongitude(2))
                .setSendReminderEmail(false));
    assertThat(noted.getDescription()).isEqualTo("<b>'; DROP TABLE appointment; --");
    assertThat(noted.getLocation().getLatitude()).isEqualTo(1);
    assertThat(noted.hasSendReminderEmail()).isTrue();
    assertThat(desk.update(of(visit).setDescription(noted.getDescription()))).isEqualTo(noted);
    assertThat(noted.getEtag()).isEqualTo("\"2\"");
  }

  @Test
  void statusIsNotForUpdates() {
    var visit = desk.book(technician, "2027-03-02T10:00:00Z");
    var change = of(visit).setStatus(Status.COMPLETED).setDescription("done");

    assertThat(
            reason(
                () ->
                    desk.manager.updateAppointment(
                        UpdateAppointmentRequest.newBuilder()
                            .setAppointment(change)
                            .setUpdateMask(FieldMask.newBuilder().addPaths("status"))
                            .build())))
        .isEqualTo("UPDATE_MASK_INVALID");
    assertThat(desk.update(change).getStatus()).isEqualTo(Status.CONFIRMED);
  }

  @Test
  void aStaleEtagRefusesBeforeAnythingElse() {
    var visit = desk.book(technician, "2027-03-02T10:00:00Z");
    desk.update(of(visit).setDescription("changed"));

    assertThat(
            reason(
                () ->
                    desk.update(
                        of(visit)
                            .setEtag(visit.getEtag())
                            .setStartTime(at("2027-02-01T00:00:00Z")))))
        .isEqualTo("ETAG_MISMATCH");
    assertThat(
            reason(
                () ->
                    desk.manager.cancelAppointment(
                        CancelAppointmentRequest.newBuilder()
                            .setName(visit.getName())
                            .setEtag(visit.getEtag())
                            .build())))
        .isEqualTo("ETAG_MISMATCH");
  }

  @Test
  void theLifeOfAVisitIsFollowedByItsTicket() {
    var draft = desk.draft(technician, "2027-03-01T09:00:00Z");
    assertThat(desk.ticket(draft).getStage()).isEqualTo(Ticket.Stage.NEW);
    var confirmed = desk.confirm(draft);
    assertThat(desk.ticket(draft).getStage()).isEqualTo(Ticket.Stage.SCHEDULED);
    engine.clock().set(Instant.parse("2027-03-01T09:05:00Z"));
    var started = desk.start(confirmed);
    assertThat(started.getActualStartTime()).isEqualTo(at("2027-03-01T09:05:00Z"));
    assertThat(desk.ticket(draft).getStage()).isEqualTo(Ticket.Stage.IN_PROGRESS);
    engine.clock().set(Instant.parse("2027-03-01T09:20:00Z"));
    var completed = desk.complete(started);
    assertThat(completed.getActualEndTime()).isEqualTo(at("2027-03-01T09:20:00Z"));
    assertThat(desk.ticket(draft).getStage()).isEqualTo(Ticket.Stage.DONE);
    assertThat(desk.book(technician, "2027-03-01T09:30:00Z").getStatus())
        .isEqualTo(Status.CONFIRMED);
    assertThat(reason(() -> desk.update(of(completed).setStartTime(at("2027-03-05T09:00:00Z")))))
        .isEqualTo("STATUS_TRANSITION_NOT_ALLOWED");
    assertThat(desk.update(of(completed).setDescription("went well")).getDescription())
        .isEqualTo("went well");
  }

  @Test
  void cancellingFreesTheTimeAndCancellingAgainChangesNothing() {
    var visit = desk.book(technician, "2027-03-02T10:00:00Z");
    var cancelled = desk.cancel(visit);

    assertThat(cancelled.getCancelReason()).isEqualTo("ill");
    assertThat(cancelled.getCancelTime()).isEqualTo(at("2027-03-01T08:00:00Z"));
    assertThat(desk.cancel(visit)).isEqualTo(cancelled);
    assertThat(desk.ticket(visit).getStage()).isEqualTo(Ticket.Stage.CANCELLED);
    desk.book(technician, "2027-03-02T10:00:00Z");
    var refusal = error(() -> desk.confirm(visit));
    assertThat(EngineExtension.info(refusal).getReason())
        .isEqualTo("STATUS_TRANSITION_NOT_ALLOWED");
    assertThat(EngineExtension.info(refusal).getMetadataMap())
        .containsEntry("status", "CANCELLED")
        .containsEntry("allowed", "");
  }

  @Test
  void anOldTicketGoesBackToNewAndANewVisitReopensADoneOne() {
    var first = desk.book(technician, "2027-03-02T10:00:00Z");
    var second =
        desk.create(
            desk.visit(technician, "2027-03-02T12:00:00Z")
                .setCustomer(first.getCustomer())
                .setTicket(first.getTicket()));
    desk.cancel(first);
    assertThat(desk.ticket(second).getStage()).isEqualTo(Ticket.Stage.SCHEDULED);
    desk.complete(desk.start(second));
    assertThat(desk.ticket(second).getStage()).isEqualTo(Ticket.Stage.DONE);
    var third =
        desk.create(
            desk.visit(technician, "2027-03-02T14:00:00Z")
                .setCustomer(first.getCustomer())
                .setTicket(first.getTicket()));
    assertThat(desk.ticket(third).getStage()).isEqualTo(Ticket.Stage.SCHEDULED);
    desk.noShow(third);
    assertThat(desk.ticket(third).getStage()).isEqualTo(Ticket.Stage.DONE);
  }

  @Test
  void anotherCustomerTakesTheTicketAlongOnlyWhenItIsForThisVisitAlone() {
    var visit = desk.book(technician, "2027-03-02T10:00:00Z");
    var other = "customers/" + desk.customer();

    var changed = desk.update(of(visit).setCustomer(other));
    assertThat(changed.getTicket()).isEqualTo(visit.getTicket());
    assertThat(desk.ticket(changed).getCustomer()).isEqualTo(other);
    desk.create(
        desk.visit(technician, "2027-03-02T12:00:00Z")
            .setCustomer(other)
            .setTicket(visit.getTicket()));
    assertThat(reason(() -> desk.update(of(visit).setCustomer(visit.getCustomer()))))
        .isEqualTo("FIELD_INVALID");
    var ticketless =
        desk.manager.updateAppointment(
            UpdateAppointmentRequest.newBuilder()
                .setAppointment(of(visit).setCustomer(visit.getCustomer()))
                .setUpdateMask(FieldMask.newBuilder().addPaths("customer").addPaths("ticket"))
                .build());
    assertThat(ticketless.getTicket()).isNotEqualTo(visit.getTicket());
    assertThat(desk.ticket(ticketless).getSubject())
        .isEqualTo("Support Appointment: " + visit.getReference());
  }

  @Test
  void aMoveDropsWaiversUnlessTheyAreGivenAgain() {
    desk.setPolicy(technician, "minimum_notice_seconds", 86_400);
    var visit =
        desk.manager.createAppointment(
            Desk.request(desk.visit(technician, "2027-03-01T12:00:00Z").setStatus(Status.DRAFT))
                .addWaive(ErrorReason.NOTICE_TOO_SHORT)
                .setWaiveJustification("Urgent")
                .build());

    assertThat(desk.confirm(visit).getWaiversCount()).isEqualTo(1);
    assertThat(reason(() -> desk.update(of(visit).setStartTime(at("2027-03-01T13:00:00Z")))))
        .isEqualTo("NOTICE_TOO_SHORT");
    var moved = desk.update(of(visit).setStartTime(at("2027-03-03T13:00:00Z")));
    assertThat(moved.getWaiversCount()).isZero();
  }

  @Test
  void aTechnicianMovesInTimeAndNotMore() {
    var own =
        AppointmentServiceGrpc.newBlockingStub(
            engine.as(engine.seeds().technicianKey(desk.tenant, technician)));
    var visit = desk.book(technician, "2027-03-02T10:00:00Z");
    var other = desk.technician();

    var moved = own.updateAppointment(update(of(visit).setStartTime(at("2027-03-02T11:00:00Z"))));
    assertThat(moved.getStartTime()).isEqualTo(at("2027-03-02T11:00:00Z"));
    assertThat(
            reason(
                () ->
                    own.updateAppointment(update(of(visit).setTechnician("technicians/" + other)))))
        .isEqualTo("NOT_ALLOWED");
    desk.update(of(visit).setTechnician("technicians/" + other));
    assertThat(reason(() -> own.updateAppointment(update(of(visit).setDescription("mine?")))))
        .isEqualTo("RESOURCE_NOT_FOUND");
  }

  private static UpdateAppointmentRequest update(Appointment.Builder change) {
    return UpdateAppointmentRequest.newBuilder().setAppointment(change).build();
  }
}
