package org.supportcenter.engine.plan;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.supportcenter.domain.plan.Planner;
import org.supportcenter.domain.rule.Judge;
import org.supportcenter.store.Chore;
import org.supportcenter.store.Database;
import org.supportcenter.store.TenantDatabases;
import org.supportcenter.store.booking.SetupCache;
import org.supportcenter.store.plan.PlanQueue;

/**
 * Takes plans out of their queue, one at a time: a search uses a whole processor. The plan of an
 * engine that died is taken over when its heartbeats fail to come, within 30 seconds.
 */
public final class PlanScheduler implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(500);

  /** Dead after four that did not come, which is looked for every second heartbeat. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(3);

  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);
  private static final int MOST_ATTEMPTS = 3;

  /** Longer than a search needs to notice that it is over. */
  private static final Duration LAST_WAIT = Duration.ofSeconds(5);

  private final TenantDatabases databases;
  private final PlanContents contents;
  private final Planner planner;
  private final Judge judge;
  private final InstantSource clock;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final List<Scheduler> schedulers = new ArrayList<>();

  /**
   * Begins.
   *
   * @param planner used by one search at a time
   */
  public PlanScheduler(
      TenantDatabases databases,
      SetupCache setups,
      Planner planner,
      Judge judge,
      InstantSource clock) {
    this.databases = databases;
    this.contents = new PlanContents(setups, clock);
    this.planner = planner;
    this.judge = judge;
    this.clock = clock;
    try {
      databases.all().forEach(this::begin);
    } catch (RuntimeException | Error failure) {
      schedulers.forEach(Scheduler::stop);
      throw failure;
    }
  }

  private void begin(Database database) {
    var scheduler = scheduler(database);
    schedulers.add(scheduler);
    scheduler.start();
  }

  private Scheduler scheduler(Database database) {
    var task =
        Tasks.custom(PlanQueue.TASK, Void.class)
            .onFailure(this::failed)
            .onDeadExecutionRevive()
            .execute(this::run);
    return Scheduler.create(database.connections(Chore.RUN_PLANS), task)
        .schedulerName(new SchedulerName.Fixed("engine-" + UUID.randomUUID()))
        .threads(1)
        .pollingInterval(POLL)
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .commitWhenAutocommitDisabled(true)
        .shutdownMaxWait(LAST_WAIT)
        .build();
  }

  private CompletionHandler<Void> run(TaskInstance<Void> instance, ExecutionContext context) {
    return of(instance.getId()).run()
        ? new CompletionHandler.OnCompleteRemove<>()
        : (complete, operations) -> operations.reschedule(complete, complete.getTimeDone());
  }

  /** A fault of ours, or of the database: tried again some times, and then the plan has failed. */
  private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    var execution = complete.getExecution();
    if (execution.consecutiveFailures + 1 < MOST_ATTEMPTS) {
      operations.reschedule(complete, complete.getTimeDone().plus(TRY_AGAIN));
    } else {
      of(execution.getId()).giveUp();
      operations.remove();
    }
  }

  private PlanRun of(String instance) {
    return new PlanRun(
        PlanQueue.Entry.of(instance),
        databases,
        contents,
        planner,
        judge,
        clock,
        () -> !stopping.get());
  }

  /** Ends the search that goes on; another engine goes on with it. */
  @Override
  public void close() {
    stopping.set(true);
    schedulers.forEach(Scheduler::stop);
  }
}
