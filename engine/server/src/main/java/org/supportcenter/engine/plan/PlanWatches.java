package org.supportcenter.engine.plan;

import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Draining;
import org.supportcenter.engine.call.Standing;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.Resources;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.store.Stored;
import org.supportcenter.store.plan.PlanStore;
import org.supportcenter.store.plan.StoredPlan;
import org.supportcenter.v1.WatchPlanResponse;

/** Streams that follow plans. Any engine can follow any plan: what is told is what is kept. */
final class PlanWatches {

  private static final Duration POLL = Duration.ofMillis(400);
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  private final Reads reads;
  private final Draining draining;
  private final PlanStore plans = new PlanStore();

  PlanWatches(Reads reads, Draining draining) {
    this.reads = reads;
    this.draining = draining;
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
    while (plan.content().state().isSearching()
        && !end.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
      if (System.nanoTime() - looked > HEARTBEAT.toNanos()) {
        standing.check();
        looked = System.nanoTime();
      }
      var next = read(caller, plan.id());
      var changed = next.version() != plan.version();
      plan = next;
      if (changed || System.nanoTime() - told > HEARTBEAT.toNanos()) {
        observer.onNext(
            answer(
                changed ? WatchPlanResponse.Kind.CHANGED : WatchPlanResponse.Kind.HEARTBEAT, plan));
        told = System.nanoTime();
      }
    }
  }

  private Stored<UUID, StoredPlan> read(Caller caller, UUID plan) {
    return reads.run(caller, tx -> Resources.found(plans.find(tx, plan), Names.PLAN.of(plan)));
  }

  private static WatchPlanResponse answer(
      WatchPlanResponse.Kind kind, Stored<UUID, StoredPlan> plan) {
    return WatchPlanResponse.newBuilder().setKind(kind).setPlan(PlanMessages.brief(plan)).build();
  }
}
