package org.supportcenter.engine.availability;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import io.grpc.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.supportcenter.domain.access.Role;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.AppointmentServiceGrpc;
import org.supportcenter.v1.AvailabilityServiceGrpc;
import org.supportcenter.v1.AvailabilityServiceGrpc.AvailabilityServiceBlockingStub;
import org.supportcenter.v1.CheckAvailabilityRequest;
import org.supportcenter.v1.CheckAvailabilityResponse;
import org.supportcenter.v1.CreateAppointmentRequest;
import org.supportcenter.v1.ListSlotsRequest;
import org.supportcenter.v1.Slot;

/** A tenant of its own with a manager, who asks for free time and books, on a Monday at 08:00. */
final class Office {

  final EngineExtension engine;
  final UUID tenant;
  final Channel manager;

  Office(EngineExtension engine) {
    this.engine = engine;
    this.tenant = engine.seeds().tenant();
    this.manager = engine.as(engine.seeds().key(tenant, Role.MANAGER));
  }

  AvailabilityServiceBlockingStub availability() {
    return AvailabilityServiceGrpc.newBlockingStub(manager);
  }

  /** A technician in UTC who works from Monday to Friday from nine to five. */
  UUID technician(String... skills) {
    return engine.seeds().technician(tenant, "UTC", skills);
  }

  /** A technician's own channel. */
  Channel as(UUID technician) {
    return engine.as(engine.seeds().technicianKey(tenant, technician));
  }

  void setPolicy(UUID technician, String column, Object value) {
    engine.seeds().policy(tenant, technician, column, value);
  }

  /** An hour with a customer of its own, not yet asked for. */
  CreateAppointmentRequest.Builder visit(UUID technician, String start) {
    return CreateAppointmentRequest.newBuilder()
        .setAppointment(
            Appointment.newBuilder()
                .setTechnician(name(technician))
                .setCustomer("customers/" + engine.seeds().customer(tenant))
                .setStartTime(at(start))
                .setDuration(minutes(60)));
  }

  Appointment book(UUID technician, String start) {
    return create(visit(technician, start));
  }

  Appointment create(CreateAppointmentRequest.Builder request) {
    return AppointmentServiceGrpc.newBlockingStub(manager).createAppointment(request.build());
  }

  /** Whether an hour of the technician could be booked. */
  CheckAvailabilityResponse check(UUID technician, String start) {
    return availability()
        .checkAvailability(
            CheckAvailabilityRequest.newBuilder()
                .setTechnician(name(technician))
                .setStartTime(at(start))
                .setDuration(minutes(60))
                .build());
  }

  /** A question for an hour in a window. */
  static ListSlotsRequest.Builder hours(String from, String to) {
    return ListSlotsRequest.newBuilder()
        .setStartTime(at(from))
        .setEndTime(at(to))
        .setDuration(minutes(60));
  }

  /** All slots, page by page. */
  static List<Slot> all(AvailabilityServiceBlockingStub stub, ListSlotsRequest.Builder question) {
    var all = new ArrayList<Slot>();
    var page = stub.listSlots(question.build());
    all.addAll(page.getSlotsList());
    while (!page.getNextPageToken().isEmpty()) {
      page = stub.listSlots(question.clone().setPageToken(page.getNextPageToken()).build());
      all.addAll(page.getSlotsList());
    }
    return all;
  }

  /** Local start times as people write them, when all are of one day in UTC. */
  static List<String> starts(List<Slot> slots) {
    return slots.stream().map(slot -> instant(slot.getStartTime()).toString()).toList();
  }

  static String name(UUID technician) {
    return "technicians/" + technician;
  }

  static Instant instant(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds());
  }

  static Timestamp at(String instant) {
    return Timestamp.newBuilder().setSeconds(Instant.parse(instant).getEpochSecond()).build();
  }

  static Duration minutes(int minutes) {
    return Duration.newBuilder().setSeconds(minutes * 60L).build();
  }
}
