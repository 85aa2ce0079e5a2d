package org.supportcenter.engine.plan;

import static java.util.stream.Collectors.toSet;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;
import org.supportcenter.domain.plan.PlanLimits;
import org.supportcenter.domain.plan.PlanState;
import org.supportcenter.domain.policy.Limits.DurationRange;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.engine.appointment.PlanBookings;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Draining;
import org.supportcenter.engine.call.Unary;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.Resources;
import org.supportcenter.engine.watch.WatchTimes;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Pages;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.store.booking.SetupCache;
import org.supportcenter.store.plan.Payload;
import org.supportcenter.store.plan.PlanQueue;
import org.supportcenter.store.plan.PlanStore;
import org.supportcenter.store.plan.StoredPlan;
import org.supportcenter.v1.ApplyPlanRequest;
import org.supportcenter.v1.CancelPlanRequest;
import org.supportcenter.v1.CreatePlanRequest;
import org.supportcenter.v1.DiscardPlanRequest;
import org.supportcenter.v1.GetPlanRequest;
import org.supportcenter.v1.GetPlanSettingsRequest;
import org.supportcenter.v1.ListPlansRequest;
import org.supportcenter.v1.ListPlansResponse;
import org.supportcenter.v1.Plan;
import org.supportcenter.v1.PlanServiceGrpc.PlanServiceImplBase;
import org.supportcenter.v1.PlanSettings;
import org.supportcenter.v1.UpdatePlanSettingsRequest;
import org.supportcenter.v1.WatchPlanRequest;
import org.supportcenter.v1.WatchPlanResponse;

/** Plans many visits at once. */
public final class PlanService extends PlanServiceImplBase {

  private final Reads reads;
  private final Writes writes;
  private final InstantSource clock;
  private final PlanStore plans = new PlanStore();
  private final PlanQueue queue = new PlanQueue();
  private final PlanContents contents;
  private final PlanSettingsDesk settings;
  private final PlanWatches watches;
  private final PlanApplication application;

  /** Queues plans, which a {@link PlanScheduler} of any engine works out. */
  public PlanService(
      Reads reads,
      Writes writes,
      PlanBookings bookings,
      SetupCache setups,
      Draining draining,
      WatchTimes times,
      InstantSource clock) {
    this.reads = reads;
    this.writes = writes;
    this.clock = clock;
    this.contents = new PlanContents(setups, clock);
    this.settings = new PlanSettingsDesk(reads, writes);
    this.watches = new PlanWatches(reads, draining, times);
    this.application = new PlanApplication(reads, bookings, clock);
  }

  @Override
  public void createPlan(CreatePlanRequest request, StreamObserver<Plan> observer) {
    Unary.answer(observer, () -> create(request));
  }

  @Override
  public void getPlan(GetPlanRequest request, StreamObserver<Plan> observer) {
    Unary.answer(observer, () -> get(request));
  }

  @Override
  public void listPlans(ListPlansRequest request, StreamObserver<ListPlansResponse> observer) {
    Unary.answer(observer, () -> list(request));
  }

  @Override
  public void watchPlan(WatchPlanRequest request, StreamObserver<WatchPlanResponse> observer) {
    watches.begin(
        Caller.current(),
        Names.PLAN.id(request.getName(), "name"),
        (ServerCallStreamObserver<WatchPlanResponse>) observer);
  }

  @Override
  public void applyPlan(ApplyPlanRequest request, StreamObserver<Plan> observer) {
    Unary.answer(observer, () -> application.apply(request));
  }

  @Override
  public void cancelPlan(CancelPlanRequest request, StreamObserver<Plan> observer) {
    Unary.answer(
        observer,
        () -> {
          var id = Names.PLAN.id(request.getName(), "name");
          return change(request, id, request.getEtag(), plan -> cancelled(id, plan));
        });
  }

  @Override
  public void discardPlan(DiscardPlanRequest request, StreamObserver<Plan> observer) {
    Unary.answer(
        observer,
        () -> {
          var id = Names.PLAN.id(request.getName(), "name");
          return change(request, id, request.getEtag(), plan -> discarded(id, plan));
        });
  }

  @Override
  public void getPlanSettings(
      GetPlanSettingsRequest request, StreamObserver<PlanSettings> observer) {
    Unary.answer(observer, settings::get);
  }

  @Override
  public void updatePlanSettings(
      UpdatePlanSettingsRequest request, StreamObserver<PlanSettings> observer) {
    Unary.answer(observer, () -> settings.update(request));
  }

  private Plan create(CreatePlanRequest request) {
    var caller = Caller.current();
    var asked = PlanMessages.asked(request.getPlan());
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (!PlanOrder.of(asked, now).window().end().isAfter(now)) {
      throw PlanOrder.invalid("plan.endTime", "must be in the future");
    }
    return writes.run(
        caller,
        request,
        Plan.parser(),
        tx -> {
          var id = UUID.randomUUID();
          // Whatever cannot be planned is refused now, and not when nobody looks.
          var visits = contents.read(tx, id, asked).task().visits().size();
          var limit = limit(asked, settings.limits(tx), visits);
          var plan =
              StoredPlan.queued(
                  Payload.of(asked.toByteArray()), limit, caller.author().actor(), now);
          var stored = plans.create(tx, id, plan);
          queue.add(tx, new PlanQueue.Entry(caller.tenant(), id));
          return PlanMessages.whole(stored);
        });
  }

  private static Duration limit(Plan asked, PlanLimits limits, int visits) {
    return asked.hasTimeLimit()
        ? Times.duration(
            asked.getTimeLimit(),
            new DurationRange(PlanLimits.RANGE.min(), limits.most()),
            "plan.timeLimit")
        : limits.byDefault(visits);
  }

  private Plan get(GetPlanRequest request) {
    var id = Names.PLAN.id(request.getName(), "name");
    return PlanMessages.whole(
        reads.run(Caller.current(), tx -> Resources.found(plans.find(tx, id), request.getName())));
  }

  private ListPlansResponse list(ListPlansRequest request) {
    var caller = Caller.current();
    var states =
        request.getStatesList().stream()
            .map(state -> PlanState.valueOf(state.name()))
            .collect(toSet());
    var page = reads.run(caller, tx -> plans.list(tx, states, Pages.query(request, caller)));
    var response = ListPlansResponse.newBuilder().setNextPageToken(page.nextToken());
    page.entries().forEach(plan -> response.addPlans(PlanMessages.brief(plan)));
    return response.build();
  }

  private Plan change(
      com.google.protobuf.Message request,
      UUID id,
      String etag,
      Function<StoredPlan, StoredPlan> change) {
    var name = Names.PLAN.of(id);
    return writes.run(
        Caller.current(),
        request,
        Plan.parser(),
        tx ->
            PlanMessages.whole(
                Resources.edit(
                    tx, plans, id, name, etag, stored -> change.apply(stored.content()))));
  }

  private StoredPlan cancelled(UUID id, StoredPlan plan) {
    return switch (plan.state()) {
      // Nothing was found yet that could be kept, and an engine may be long in coming.
      case QUEUED -> plan.in(PlanState.DISCARDED, clock.instant());
      case RUNNING -> plan.stopping(clock.instant());
      case READY -> plan;
      case APPLIED, DISCARDED, FAILED -> throw notAllowed(id, plan, PlanState.READY);
    };
  }

  private StoredPlan discarded(UUID id, StoredPlan plan) {
    return switch (plan.state()) {
      case DISCARDED -> plan;
      case QUEUED, RUNNING, READY, FAILED -> plan.in(PlanState.DISCARDED, clock.instant());
      case APPLIED -> throw notAllowed(id, plan, PlanState.DISCARDED);
    };
  }

  /** The refusal of what the state does not allow. */
  static RuntimeException notAllowed(UUID id, StoredPlan plan, PlanState asked) {
    return new Refusal.TransitionNotAllowed(
            Names.PLAN.of(id),
            plan.state().name(),
            asked.name(),
            plan.state().after().stream().map(PlanState::name).toList())
        .asException();
  }
}
