package org.supportcenter.engine.appointment;

import static org.supportcenter.engine.wire.Times.duration;
import static org.supportcenter.engine.wire.Times.timestamp;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.policy.EffectivePolicy;
import org.supportcenter.domain.policy.Policy;
import org.supportcenter.domain.rule.Scene;
import org.supportcenter.domain.schedule.BookedVisit;
import org.supportcenter.domain.schedule.Candidate;
import org.supportcenter.domain.schedule.Occupancy;
import org.supportcenter.domain.schedule.TechnicianFacts;
import org.supportcenter.engine.policy.HoursMessages;
import org.supportcenter.engine.policy.PolicyMessages;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.engine.testing.SeededVisits;
import org.supportcenter.store.Stored;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.AvailabilityServiceGrpc;
import org.supportcenter.v1.CheckAvailabilityRequest;
import org.supportcenter.v1.CheckAvailabilityResponse;
import org.supportcenter.v1.Closure;
import org.supportcenter.v1.CreateClosureRequest;
import org.supportcenter.v1.CreateDateOverrideRequest;
import org.supportcenter.v1.CreateTimeOffRequest;
import org.supportcenter.v1.DateOverride;
import org.supportcenter.v1.SettingsServiceGrpc;
import org.supportcenter.v1.Technician;
import org.supportcenter.v1.TechnicianServiceGrpc;
import org.supportcenter.v1.TimeOff;
import org.supportcenter.v1.UpdateTechnicianPolicyRequest;
import org.supportcenter.v1.UpdateTechnicianRequest;

/**
 * A scene of the case tables played by a running engine, in a tenant of its own: what managers
 * enter is entered through the API; visits that stand already and busy times are put into the
 * database, since they may be such as nobody could book today.
 */
final class Stage {

  private static final Duration HELD_FOR = Duration.ofMinutes(15);

  private final Desk desk;
  private final SeededVisits seeded;
  private final Map<UUID, UUID> played = new HashMap<>();
  private final Candidate asked;

  Stage(EngineExtension engine, Scene scene) {
    this.desk = new Desk(engine);
    this.seeded = new SeededVisits(engine.seeds(), desk.tenant);
    this.asked = scene.candidate();
    engine.clock().set(scene.facts().now());
    enter(asked.technician());
    scene.facts().booked().forEach(this::stand);
    if (asked.id() == null && !asked.startIsNew()) {
      stand(draft());
    }
  }

  /** Asks for what the scene asks for: a new visit, a move, or a draft's confirmation. */
  Appointment act() {
    if (asked.id() == null) {
      return asked.startIsNew() ? desk.create(visit()) : desk.confirm(stored(Scene.MOVED));
    }
    var change = Desk.of(stored(asked.id())).setDuration(duration(asked.span().length()));
    return desk.update(
        asked.startIsNew() ? change.setStartTime(timestamp(asked.span().start())) : change);
  }

  /** Asks whether it could be had. */
  CheckAvailabilityResponse check() {
    var question =
        CheckAvailabilityRequest.newBuilder()
            .setTechnician(technician())
            .setStartTime(timestamp(asked.span().start()))
            .setDuration(duration(asked.span().length()))
            .addAllRequiredSkills(asked.requiredSkills());
    if (asked.customerId() != null) {
      question.setCustomer("customers/" + customer(asked.customerId()));
    }
    if (asked.id() != null || !asked.startIsNew()) {
      question.setExcludeAppointment("appointments/" + played.get(Scene.MOVED));
    }
    return AvailabilityServiceGrpc.newBlockingStub(desk.manager.getChannel())
        .checkAvailability(question.build());
  }

  private Appointment.Builder visit() {
    return Appointment.newBuilder()
        .setTechnician(technician())
        .setCustomer("customers/" + customer(asked.customerId()))
        .setStartTime(timestamp(asked.span().start()))
        .setDuration(duration(asked.span().length()))
        .addAllRequiredSkills(asked.requiredSkills());
  }

  private BookedVisit draft() {
    return new BookedVisit(
        Scene.MOVED,
        Scene.TECHNICIAN,
        asked.customerId(),
        asked.span(),
        asked.bufferBefore(),
        asked.bufferAfter(),
        Occupancy.APPOINTMENT);
  }

  private void enter(TechnicianFacts facts) {
    var id =
        desk.engine
            .seeds()
            .technician(desk.tenant, facts.zone().getId(), facts.skills().toArray(String[]::new));
    played.put(Scene.TECHNICIAN, id);
    var technicians = TechnicianServiceGrpc.newBlockingStub(desk.manager.getChannel());
    technicians.updateTechnicianPolicy(
        UpdateTechnicianPolicyRequest.newBuilder()
            .setPolicy(
                PolicyMessages.message(
                    technician() + "/policy", new Stored<>(id, 0, own(facts.policy()))))
            .build());
    if (!facts.active()) {
      technicians.updateTechnician(
          UpdateTechnicianRequest.newBuilder()
              .setTechnician(Technician.newBuilder().setName(technician()).setActive(false))
              .build());
    }
    facts
        .dateOverrides()
        .forEach(
            (date, hours) ->
                technicians.createDateOverride(
                    CreateDateOverrideRequest.newBuilder()
                        .setParent(technician())
                        .setDateOverride(
                            DateOverride.newBuilder()
                                .setDate(date.toString())
                                .addAllHours(HoursMessages.ofDay(hours)))
                        .build()));
    for (var away : facts.timeOff()) {
      technicians.createTimeOff(
          CreateTimeOffRequest.newBuilder()
              .setParent(technician())
              .setTimeOff(
                  TimeOff.newBuilder()
                      .setStartTime(timestamp(away.span().start()))
                      .setEndTime(timestamp(away.span().end())))
              .build());
    }
    var settings = SettingsServiceGrpc.newBlockingStub(desk.manager.getChannel());
    for (var closure : facts.closures()) {
      settings.createClosure(
          CreateClosureRequest.newBuilder()
              .setClosure(
                  Closure.newBuilder()
                      .setStartDate(closure.first().toString())
                      .setEndDate(closure.last().toString())
                      .setLabel(closure.label()))
              .build());
    }
    for (var busy : facts.busy()) {
      desk.engine
          .seeds()
          .execute(
              desk.tenant,
              "INSERT INTO busy_block (tenant_id, technician_id, id, start_time, end_time, source)"
                  + " VALUES (?, ?, ?, ?, ?, 'other calendar')",
              desk.tenant,
              id,
              UUID.randomUUID(),
              busy.span().start(),
              busy.span().end());
    }
  }

  private void stand(BookedVisit visit) {
    var id = UUID.randomUUID();
    var technician =
        played.computeIfAbsent(
            visit.technicianId(), _ -> desk.engine.seeds().technician(desk.tenant, "UTC"));
    var customer = customer(visit.customerId());
    played.put(visit.id(), id);
    var there =
        new BookedVisit(
            id,
            technician,
            customer,
            visit.span(),
            visit.bufferBefore(),
            visit.bufferAfter(),
            visit.occupancy());
    switch (visit.occupancy()) {
      case APPOINTMENT -> {
        var status = visit.id().equals(Scene.MOVED) ? "DRAFT" : "CONFIRMED";
        seeded.visit(there, customer, seeded.ticket(customer), status);
      }
      case COMPLETED -> seeded.visit(there, customer, seeded.ticket(customer), "COMPLETED");
      case HOLD -> seeded.hold(there, desk.engine.clock().instant().plus(HELD_FOR));
    }
  }

  private String technician() {
    return "technicians/" + played.get(Scene.TECHNICIAN);
  }

  private UUID customer(@Nullable UUID told) {
    return told == null ? desk.customer() : played.computeIfAbsent(told, _ -> desk.customer());
  }

  private Appointment stored(UUID told) {
    return Appointment.newBuilder().setName("appointments/" + played.get(told)).build();
  }

  private static Policy own(EffectivePolicy policy) {
    return new Policy(
        policy.weeklyHours(),
        policy.bufferBefore(),
        policy.bufferAfter(),
        policy.maxDailyAppointments(),
        policy.defaultDuration(),
        policy.minimumNotice(),
        policy.advanceBookingDays(),
        policy.slotStep(),
        policy.preventCustomerOverlap(),
        policy.customerChangeCutoff());
  }
}
