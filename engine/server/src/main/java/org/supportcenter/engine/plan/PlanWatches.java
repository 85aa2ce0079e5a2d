package org.supportcenter.engine.plan;

import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.supportcenter.engine.call.ApiException;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Draining;
import org.supportcenter.engine.call.Standing;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.Resources;
import org.supportcenter.engine.watch.WatchTimes;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.store.Stored;
import org.supportcenter.store.plan.PlanStore;
import org.supportcenter.store.plan.StoredPlan;
import org.supportcenter.v1.ErrorReason;
import org.supportcenter.v1.WatchPlanResponse;

/** Streams that follow plans. Any engine can follow any plan: what is told is what is kept. */
final class PlanWatches {

  private final Reads reads;
  private final Draining draining;
  private final WatchTimes times;
  private final PlanStore plans = new PlanStore();

  PlanWatches(Reads reads, Draining draining, WatchTimes times) {
    this.reads = reads;
    this.draining = draining;
    this.times = times;
  }

  /** Begins a stream, which goes on after this returns until the search is over. */
  void begin(Caller caller, UUID plan, ServerCallStreamObserver<WatchPlanResponse> observer) {
    var first = read(caller, plan);
    var standing = Standing.current();
    var end = new CountDownLatch(1);
    Runnable over = end::countDown;
    observer.setOnCancelHandler(over);
    draining.onBegin(over);
    Runnable follow =
        () -> {
          try {
            follow(caller, standing, first, observer, end);
            observer.onCompleted();
          } catch (InterruptedException | RuntimeException failure) {
            if (!observer.isCancelled()) {
              observer.onError(failure);
            }
          } finally {
            draining.forget(over);
          }
        };
    Thread.ofVirtual().name("watch-plan-" + plan).start(Context.current().wrap(follow));
  }

  /** Tells the plan as it is whenever the client is ready to hear of it: the newest counts. */
  private void follow(
      Caller caller,
      Standing standing,
      Stored<UUID, StoredPlan> first,
      ServerCallStreamObserver<WatchPlanResponse> observer,
      CountDownLatch end)
      throws InterruptedException {
    var plan = first;
    observer.onNext(answer(WatchPlanResponse.Kind.CHANGED, plan));
    var told = System.nanoTime();
    var looked = told;
    var listened = told;
    while (plan.content().state().isSearching()
        && !end.await(times.poll().toMillis(), TimeUnit.MILLISECONDS)) {
      if (isOver(times.heartbeat(), looked)) {
        standing.check();
        looked = System.nanoTime();
      }
      if (!observer.isReady()) {
        expectPatience(listened);
        continue;
      }
      listened = System.nanoTime();
      var changed = changed(caller, plan);
      if (changed.isPresent() || isOver(times.heartbeat(), told)) {
        plan = changed.orElse(plan);
        observer.onNext(
            answer(
                changed.isPresent()
                    ? WatchPlanResponse.Kind.CHANGED
                    : WatchPlanResponse.Kind.HEARTBEAT,
                plan));
        told = listened;
      }
    }
  }

  private void expectPatience(long listened) {
    if (isOver(times.patience(), listened)) {
      throw new ApiException(
          ErrorReason.WATCH_STALLED, "Answers were left unread for too long; watch again.");
    }
  }

  private static boolean isOver(Duration time, long since) {
    return System.nanoTime() - since > time.toNanos();
  }

  private Optional<Stored<UUID, StoredPlan>> changed(Caller caller, Stored<UUID, StoredPlan> plan) {
    return reads.run(caller, tx -> Optional.ofNullable(plans.changed(tx, plan)));
  }

  private Stored<UUID, StoredPlan> read(Caller caller, UUID plan) {
    return reads.run(caller, tx -> Resources.found(plans.find(tx, plan), Names.PLAN.of(plan)));
  }

  private static WatchPlanResponse answer(
      WatchPlanResponse.Kind kind, Stored<UUID, StoredPlan> plan) {
    return WatchPlanResponse.newBuilder().setKind(kind).setPlan(PlanMessages.brief(plan)).build();
  }
}
