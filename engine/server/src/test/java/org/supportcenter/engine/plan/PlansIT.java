package org.supportcenter.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.supportcenter.engine.plan.PlanDesk.at;
import static org.supportcenter.engine.plan.PlanDesk.minutes;
import static org.supportcenter.engine.plan.PlanDesk.tuesday;
import static org.supportcenter.engine.testing.Calls.reason;

import com.google.protobuf.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.access.Role;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.CreatePlanRequest;
import org.supportcenter.v1.DiscardPlanRequest;
import org.supportcenter.v1.GetPlanRequest;
import org.supportcenter.v1.GetPlanSettingsRequest;
import org.supportcenter.v1.ListPlansRequest;
import org.supportcenter.v1.Plan;
import org.supportcenter.v1.PlanAbsence;
import org.supportcenter.v1.PlanMove;
import org.supportcenter.v1.PlanOverrun;
import org.supportcenter.v1.PlanRuleScore;
import org.supportcenter.v1.PlanServiceGrpc;
import org.supportcenter.v1.PlanSettings;
import org.supportcenter.v1.UpdatePlanSettingsRequest;
import org.supportcenter.v1.WatchPlanResponse;

class PlansIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private PlanDesk desk;

  @BeforeEach
  void open() {
    desk = new PlanDesk(engine);
  }

  @Test
  void placesDraftsAndRequestsAndBooksThemAllWhenApplied() {
    var one = desk.technician();
    desk.technician("network");
    var draft = desk.book(one, "2027-03-02T15:00:00Z", Appointment.Status.DRAFT);
    var pinned = desk.book(one, "2027-03-02T10:00:00Z", Appointment.Status.CONFIRMED);
    var plan =
        desk.solve(
            tuesday()
                .addDrafts(draft.getName())
                .addRequests(desk.request(0))
                .addRequests(desk.request(0.02).addRequiredSkills("network"))
                .addRequests(desk.request(0.04).addRequiredSkills("magic")));

    assertThat(plan.getState()).isEqualTo(Plan.State.READY);
    assertThat(plan.getMovesList())
        .extracting(PlanMove::getKind)
        .containsExactly(
            PlanMove.Kind.MOVED,
            PlanMove.Kind.CREATED,
            PlanMove.Kind.CREATED,
            PlanMove.Kind.UNPLACED);
    assertThat(plan.getMoves(3).getReason())
        .isEqualTo("None of the technicians has all the skills it needs.");
    assertThat(plan.getScore().getUnplacedCount()).isEqualTo(1);
    assertThat(plan.getScore().getRulesList())
        .extracting(PlanRuleScore::getRule)
        .contains(PlanRuleScore.Rule.PLACE_ALL, PlanRuleScore.Rule.LESS_TRAVEL);
    assertThat(desk.get(draft.getName())).isEqualTo(draft);

    var applied = desk.apply(plan);

    assertThat(applied.getState()).isEqualTo(Plan.State.APPLIED);
    for (var move : applied.getMovesList().subList(0, 3)) {
      var booked = desk.get(move.getAppointment());
      assertThat(booked.getTechnician()).isEqualTo(move.getAfter().getTechnician());
      assertThat(booked.getStartTime()).isEqualTo(move.getAfter().getStartTime());
      assertThat(booked.getEndTime()).isEqualTo(move.getAfter().getEndTime());
    }
    assertThat(desk.get(draft.getName()).getStatus()).isEqualTo(Appointment.Status.DRAFT);
    assertThat(desk.get(pinned.getName())).isEqualTo(pinned);
    assertThat(reason(() -> desk.apply(applied))).isEqualTo("STATUS_TRANSITION_NOT_ALLOWED");
  }

  @Test
  void repairsADayWithoutMovingWhatWasPromisedToOthers() {
    var away = desk.technician();
    var other = desk.technician();
    var hit = desk.book(away, "2027-03-02T09:00:00Z", Appointment.Status.CONFIRMED);
    var kept = desk.book(other, "2027-03-02T09:00:00Z", Appointment.Status.CONFIRMED);

    var plan = desk.solve(tuesday().setAbsence(PlanAbsence.newBuilder().setTechnician(away)));

    assertThat(plan.getMovesCount()).isEqualTo(1);
    var move = plan.getMoves(0);
    assertThat(move.getAppointment()).isEqualTo(hit.getName());
    assertThat(move.getKind()).isEqualTo(PlanMove.Kind.MOVED);
    assertThat(move.getBefore().getTechnician()).isEqualTo(away);
    assertThat(move.getAfter().getTechnician()).isEqualTo(other);
    assertThat(move.getReason()).contains("time off");
    desk.apply(plan);
    assertThat(desk.get(hit.getName()).getTechnician()).isEqualTo(other);
    assertThat(desk.get(kept.getName())).isEqualTo(kept);
  }

  @Test
  void plansAroundTimesThatAreHeldForSomebody() {
    var technician = desk.technician();
    var held = desk.hold(technician, "2027-03-02T09:00:00Z");

    var plan = desk.solve(tuesday().setTidy(true).addRequests(desk.request(0)));

    assertThat(plan.getMovesList())
        .singleElement()
        .satisfies(
            move ->
                assertThat(move.getAfter().getStartTime().getSeconds())
                    .isGreaterThanOrEqualTo(held.getSlot().getEndTime().getSeconds()));
  }

  @Test
  void makesRoomForAVisitThatTakesLonger() {
    var technician = desk.technician();
    var long1 = desk.book(technician, "2027-03-02T09:00:00Z", Appointment.Status.CONFIRMED);
    var next = desk.book(technician, "2027-03-02T10:00:00Z", Appointment.Status.CONFIRMED);

    var plan =
        desk.solve(
            tuesday()
                .setOverrun(
                    PlanOverrun.newBuilder()
                        .setAppointment(long1.getName())
                        .setEndTime(at("2027-03-02T11:00:00Z"))));

    assertThat(plan.getMovesList())
        .singleElement()
        .satisfies(move -> assertThat(move.getAppointment()).isEqualTo(next.getName()))
        .satisfies(
            move ->
                assertThat(move.getAfter().getStartTime().getSeconds())
                    .isGreaterThanOrEqualTo(at("2027-03-02T11:00:00Z").getSeconds()));
  }

  @Test
  void tellsHowTheSearchGoesAndStopsEarlyWithTheBest() {
    desk.technician();
    var queued = desk.create(tuesday().setTimeLimit(minutes(5)).addRequests(desk.request(0)));
    assertThat(queued.getState()).isEqualTo(Plan.State.QUEUED);
    desk.awaitRunning(queued);
    desk.cancel(queued);

    var told = desk.follow(queued);

    assertThat(told.getFirst().getKind()).isEqualTo(WatchPlanResponse.Kind.CHANGED);
    assertThat(told.getLast().getPlan().getState()).isEqualTo(Plan.State.READY);
    assertThat(desk.read(queued).getMoves(0).getKind()).isEqualTo(PlanMove.Kind.CREATED);
  }

  @Test
  void givesAPlanUpAtOnceThatIsCancelledWhileItWaits() {
    desk.technician();
    var first = desk.create(tuesday().setTimeLimit(minutes(5)).addRequests(desk.request(0)));
    desk.awaitRunning(first);
    var waiting = desk.create(tuesday().addRequests(desk.request(0)));

    assertThat(desk.cancel(waiting).getState()).isEqualTo(Plan.State.DISCARDED);

    assertThat(desk.read(first).getState()).isEqualTo(Plan.State.RUNNING);
    desk.cancel(first);
    desk.follow(first);
    assertThat(desk.read(waiting).getState()).isEqualTo(Plan.State.DISCARDED);
    assertThat(desk.read(waiting).getMovesList()).isEmpty();
  }

  @Test
  void tidiesADayByMovingOnlyWhatPays() {
    var technician = desk.technician();
    var promised = desk.book(technician, "2027-03-02T10:00:00Z", Appointment.Status.CONFIRMED);
    var draft = desk.book(technician, "2027-03-02T15:00:00Z", Appointment.Status.DRAFT);

    var plan = desk.solve(tuesday().setTidy(true));

    assertThat(plan.getMovesList())
        .extracting(PlanMove::getAppointment, PlanMove::getKind)
        .containsExactlyInAnyOrder(
            tuple(promised.getName(), PlanMove.Kind.KEPT),
            tuple(draft.getName(), PlanMove.Kind.MOVED));
    desk.apply(plan);
    assertThat(desk.get(promised.getName())).isEqualTo(promised);
    assertThat(desk.get(draft.getName()).getStartTime()).isEqualTo(at("2027-03-02T09:00:00Z"));
  }

  @Test
  void refusesWhatMakesNoSenseWithTheFieldAndTheFix() {
    assertThat(reason(() -> desk.create(tuesday().setTidy(true)))).isEqualTo("FIELD_INVALID");
    desk.technician();
    assertThat(reason(() -> desk.create(tuesday()))).isEqualTo("FIELD_INVALID");
    assertThat(reason(() -> desk.create(tuesday().setEndTime(at("2027-06-01T00:00:00Z")))))
        .isEqualTo("FIELD_INVALID");
    assertThat(reason(() -> desk.create(tuesday().addDrafts("appointments/" + UUID.randomUUID()))))
        .isEqualTo("RESOURCE_NOT_FOUND");
    var nobody = PlanAbsence.newBuilder().setTechnician("technicians/" + UUID.randomUUID());
    assertThat(reason(() -> desk.create(tuesday().setAbsence(nobody))))
        .isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(
            reason(
                () ->
                    desk.create(
                        tuesday()
                            .setTidy(true)
                            .setTimeLimit(Duration.newBuilder().setSeconds(301)))))
        .isEqualTo("FIELD_INVALID");
  }

  @Test
  void keepsPlansOfOthersApartAndListsOnesOwn() {
    desk.technician();
    var plan = desk.create(tuesday().setTidy(true));
    var stranger =
        PlanServiceGrpc.newBlockingStub(
            engine.as(engine.seeds().key(engine.seeds().tenant(), Role.MANAGER)));

    assertThat(
            reason(
                () ->
                    stranger.getPlan(GetPlanRequest.newBuilder().setName(plan.getName()).build())))
        .isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(stranger.listPlans(ListPlansRequest.getDefaultInstance()).getPlansList()).isEmpty();
    assertThat(desk.plans.listPlans(ListPlansRequest.getDefaultInstance()).getPlansList())
        .extracting(Plan::getName)
        .containsExactly(plan.getName());
    var discard = DiscardPlanRequest.newBuilder().setName(plan.getName()).build();
    assertThat(desk.plans.discardPlan(discard).getState()).isEqualTo(Plan.State.DISCARDED);
    assertThat(desk.plans.discardPlan(discard).getState()).isEqualTo(Plan.State.DISCARDED);
  }

  @Test
  void createsOnePlanForOneRequestId() {
    desk.technician();
    var request =
        CreatePlanRequest.newBuilder()
            .setPlan(tuesday().setTidy(true))
            .setRequestId(UUID.randomUUID().toString())
            .build();

    assertThat(desk.plans.createPlan(request)).isEqualTo(desk.plans.createPlan(request));
    assertThat(engine.seeds().count(desk.tenant, "plan")).isEqualTo(1);
  }

  @Test
  void limitsTheTimeOfATenantsPlans() {
    var before = desk.plans.getPlanSettings(GetPlanSettingsRequest.getDefaultInstance());
    assertThat(before.getDefaultTimeLimit().getSeconds()).isEqualTo(30);
    assertThat(before.getMaximumTimeLimit().getSeconds()).isEqualTo(300);

    var settings = PlanSettings.newBuilder().setMaximumTimeLimit(minutes(1));
    desk.plans.updatePlanSettings(
        UpdatePlanSettingsRequest.newBuilder().setSettings(settings).build());

    desk.technician();
    assertThat(reason(() -> desk.create(tuesday().setTidy(true).setTimeLimit(minutes(2)))))
        .isEqualTo("FIELD_INVALID");
    var small = desk.create(tuesday().clearTimeLimit().addRequests(desk.request(0)));
    assertThat(small.getTimeLimit().getSeconds()).isEqualTo(1);
  }
}
