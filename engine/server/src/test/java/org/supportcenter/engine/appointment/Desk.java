package org.supportcenter.engine.appointment;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import io.grpc.StatusRuntimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.supportcenter.domain.access.Role;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.AppointmentServiceGrpc;
import org.supportcenter.v1.AppointmentServiceGrpc.AppointmentServiceBlockingStub;
import org.supportcenter.v1.BookingAlternatives;
import org.supportcenter.v1.CancelAppointmentRequest;
import org.supportcenter.v1.CompleteAppointmentRequest;
import org.supportcenter.v1.ConfirmAppointmentRequest;
import org.supportcenter.v1.CreateAppointmentRequest;
import org.supportcenter.v1.GetAppointmentRequest;
import org.supportcenter.v1.GetTicketRequest;
import org.supportcenter.v1.MarkNoShowAppointmentRequest;
import org.supportcenter.v1.StartAppointmentRequest;
import org.supportcenter.v1.Ticket;
import org.supportcenter.v1.TicketServiceGrpc;
import org.supportcenter.v1.UpdateAppointmentRequest;
import org.supportcenter.v1.Violation;
import org.supportcenter.v1.Violations;

/** A tenant of its own with a manager who books, on a Monday at 08:00 UTC. */
final class Desk {

  final EngineExtension engine;
  final UUID tenant;
  final AppointmentServiceBlockingStub manager;
  final UUID customer;

  Desk(EngineExtension engine) {
    this.engine = engine;
    this.tenant = engine.seeds().tenant();
    this.manager =
        AppointmentServiceGrpc.newBlockingStub(engine.as(engine.seeds().key(tenant, Role.MANAGER)));
    this.customer = customer();
  }

  /** A technician who works around the clock all week, in UTC. */
  UUID technician(String... skills) {
    var id = engine.seeds().technician(tenant, "UTC", skills);
    setPolicy(id, "weekly_hours", everyDay());
    return id;
  }

  private static List<String> everyDay() {
    return List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
        .stream()
        .map(day -> day + " 00:00-24:00")
        .toList();
  }

  void setPolicy(UUID technician, String column, Object value) {
    engine.seeds().policy(tenant, technician, column, value);
  }

  UUID customer() {
    return engine.seeds().customer(tenant);
  }

  /** One hour with a customer of its own. */
  Appointment.Builder visit(UUID technician, String start) {
    return Appointment.newBuilder()
        .setTechnician("technicians/" + technician)
        .setCustomer("customers/" + customer())
        .setStartTime(at(start))
        .setDuration(minutes(60));
  }

  Appointment book(UUID technician, String start) {
    return create(visit(technician, start));
  }

  Appointment draft(UUID technician, String start) {
    return create(visit(technician, start).setStatus(Appointment.Status.DRAFT));
  }

  Appointment create(Appointment.Builder visit) {
    return manager.createAppointment(request(visit).build());
  }

  static CreateAppointmentRequest.Builder request(Appointment.Builder visit) {
    return CreateAppointmentRequest.newBuilder().setAppointment(visit);
  }

  Appointment get(Appointment visit) {
    return manager.getAppointment(
        GetAppointmentRequest.newBuilder().setName(visit.getName()).build());
  }

  Ticket ticket(Appointment visit) {
    return TicketServiceGrpc.newBlockingStub(manager.getChannel())
        .getTicket(GetTicketRequest.newBuilder().setName(visit.getTicket()).build());
  }

  Appointment update(Appointment.Builder change) {
    return manager.updateAppointment(
        UpdateAppointmentRequest.newBuilder().setAppointment(change).build());
  }

  /** An update of the appointment that changes nothing yet. */
  static Appointment.Builder of(Appointment visit) {
    return Appointment.newBuilder().setName(visit.getName());
  }

  Appointment confirm(Appointment visit) {
    return manager.confirmAppointment(
        ConfirmAppointmentRequest.newBuilder().setName(visit.getName()).build());
  }

  Appointment start(Appointment visit) {
    return manager.startAppointment(
        StartAppointmentRequest.newBuilder().setName(visit.getName()).build());
  }

  Appointment complete(Appointment visit) {
    return manager.completeAppointment(
        CompleteAppointmentRequest.newBuilder().setName(visit.getName()).build());
  }

  Appointment cancel(Appointment visit) {
    return manager.cancelAppointment(
        CancelAppointmentRequest.newBuilder().setName(visit.getName()).setReason("ill").build());
  }

  Appointment noShow(Appointment visit) {
    return manager.markNoShowAppointment(
        MarkNoShowAppointmentRequest.newBuilder().setName(visit.getName()).build());
  }

  static Timestamp at(String instant) {
    return Timestamp.newBuilder().setSeconds(Instant.parse(instant).getEpochSecond()).build();
  }

  static Duration minutes(int minutes) {
    return Duration.newBuilder().setSeconds(minutes * 60L).build();
  }

  /** The reasons of a refusal, in order. */
  static List<String> reasons(StatusRuntimeException refusal) {
    return violations(refusal).stream().map(violation -> violation.getReason().name()).toList();
  }

  static List<Violation> violations(StatusRuntimeException refusal) {
    return Objects.requireNonNull(EngineExtension.detail(refusal, Violations.class))
        .getViolationsList();
  }

  static BookingAlternatives alternatives(StatusRuntimeException refusal) {
    return Objects.requireNonNull(EngineExtension.detail(refusal, BookingAlternatives.class));
  }
}
