package org.supportcenter.engine.plan;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.supportcenter.domain.access.Role;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.ApplyPlanRequest;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.AppointmentServiceGrpc;
import org.supportcenter.v1.AppointmentServiceGrpc.AppointmentServiceBlockingStub;
import org.supportcenter.v1.CancelPlanRequest;
import org.supportcenter.v1.CreateAppointmentRequest;
import org.supportcenter.v1.CreateHoldRequest;
import org.supportcenter.v1.CreatePlanRequest;
import org.supportcenter.v1.GetAppointmentRequest;
import org.supportcenter.v1.GetPlanRequest;
import org.supportcenter.v1.Hold;
import org.supportcenter.v1.HoldServiceGrpc;
import org.supportcenter.v1.HoldServiceGrpc.HoldServiceBlockingStub;
import org.supportcenter.v1.Location;
import org.supportcenter.v1.Plan;
import org.supportcenter.v1.PlanRequest;
import org.supportcenter.v1.PlanServiceGrpc;
import org.supportcenter.v1.PlanServiceGrpc.PlanServiceBlockingStub;
import org.supportcenter.v1.WatchPlanRequest;
import org.supportcenter.v1.WatchPlanResponse;

/** A tenant of its own with a manager who plans, on a Monday at 08:00 UTC. */
final class PlanDesk {

  static final String TUESDAY = "2027-03-02T00:00:00Z";
  static final String WEDNESDAY = "2027-03-03T00:00:00Z";

  final EngineExtension engine;
  final UUID tenant;
  final PlanServiceBlockingStub plans;
  final AppointmentServiceBlockingStub appointments;
  private final HoldServiceBlockingStub holds;

  PlanDesk(EngineExtension engine) {
    this.engine = engine;
    this.tenant = engine.seeds().tenant();
    var manager = engine.as(engine.seeds().key(tenant, Role.MANAGER));
    this.plans = PlanServiceGrpc.newBlockingStub(manager);
    this.appointments = AppointmentServiceGrpc.newBlockingStub(manager);
    this.holds = HoldServiceGrpc.newBlockingStub(manager);
  }

  /** A technician who works weekdays from nine to five, in UTC. */
  String technician(String... skills) {
    return "technicians/" + engine.seeds().technician(tenant, "UTC", skills);
  }

  String customer() {
    return "customers/" + engine.seeds().customer(tenant);
  }

  Appointment book(String technician, String start, Appointment.Status status) {
    return appointments.createAppointment(
        CreateAppointmentRequest.newBuilder()
            .setAppointment(
                Appointment.newBuilder()
                    .setTechnician(technician)
                    .setCustomer(customer())
                    .setStartTime(at(start))
                    .setDuration(minutes(60))
                    .setStatus(status))
            .build());
  }

  /** Holds a time for an hour. */
  Hold hold(String technician, String start) {
    return holds.createHold(
        CreateHoldRequest.newBuilder()
            .setTechnician(technician)
            .setStartTime(at(start))
            .setDuration(minutes(60))
            .build());
  }

  Appointment get(String name) {
    return appointments.getAppointment(GetAppointmentRequest.newBuilder().setName(name).build());
  }

  /** A request for an hour in a town. */
  PlanRequest.Builder request(double east) {
    return PlanRequest.newBuilder()
        .setCustomer(customer())
        .setDuration(minutes(60))
        .setLocation(Location.newBuilder().setLatitude(52.5).setLongitude(13.3 + east));
  }

  /** A plan for Tuesday, which is searched for a second. */
  static Plan.Builder tuesday() {
    return Plan.newBuilder()
        .setStartTime(at(TUESDAY))
        .setEndTime(at(WEDNESDAY))
        .setTimeLimit(Duration.newBuilder().setSeconds(1));
  }

  Plan create(Plan.Builder plan) {
    return plans.createPlan(CreatePlanRequest.newBuilder().setPlan(plan).build());
  }

  /** The plan when its search is over, and what was told until then. */
  List<WatchPlanResponse> follow(Plan plan) {
    var told = new ArrayList<WatchPlanResponse>();
    plans
        .watchPlan(WatchPlanRequest.newBuilder().setName(plan.getName()).build())
        .forEachRemaining(told::add);
    return told;
  }

  Plan solve(Plan.Builder plan) {
    var created = create(plan);
    follow(created);
    return read(created);
  }

  Plan read(Plan plan) {
    return plans.getPlan(GetPlanRequest.newBuilder().setName(plan.getName()).build());
  }

  /** Waits until an engine has taken the plan. */
  void awaitRunning(Plan plan) {
    var news = plans.watchPlan(WatchPlanRequest.newBuilder().setName(plan.getName()).build());
    while (news.next().getPlan().getState() == Plan.State.QUEUED) {
      if (!news.hasNext()) {
        throw new IllegalStateException("Nobody took the plan");
      }
    }
  }

  Plan cancel(Plan plan) {
    return plans.cancelPlan(CancelPlanRequest.newBuilder().setName(plan.getName()).build());
  }

  Plan apply(Plan plan) {
    return plans.applyPlan(ApplyPlanRequest.newBuilder().setName(plan.getName()).build());
  }

  static Timestamp at(String instant) {
    return Timestamp.newBuilder().setSeconds(Instant.parse(instant).getEpochSecond()).build();
  }

  static Duration minutes(int minutes) {
    return Duration.newBuilder().setSeconds(minutes * 60L).build();
  }
}
