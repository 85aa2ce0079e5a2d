package org.supportcenter.engine.plan;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.domain.plan.PlanProgress;
import org.supportcenter.domain.plan.PlanState;
import org.supportcenter.domain.plan.Planner;
import org.supportcenter.domain.refusal.RefusedException;
import org.supportcenter.domain.rule.Judge;
import org.supportcenter.engine.call.RefusalSentence;
import org.supportcenter.store.Database;
import org.supportcenter.store.Stored;
import org.supportcenter.store.TenantDatabases;
import org.supportcenter.store.plan.Payload;
import org.supportcenter.store.plan.PlanQueue;
import org.supportcenter.store.plan.PlanStore;
import org.supportcenter.store.plan.StoredPlan;

/**
 * Searches for one plan and keeps the best as it goes, so that another engine can go on from there
 * when this one dies.
 */
final class PlanRun {

  private static final Logger log = LoggerFactory.getLogger(PlanRun.class);

  /** How much of a search is lost at most when an engine dies. */
  private static final Duration KEEP_EVERY = Duration.ofSeconds(1);

  private final PlanQueue.Entry entry;
  private final Database database;
  private final PlanContents contents;
  private final Planner planner;
  private final Judge judge;
  private final InstantSource clock;
  private final BooleanSupplier goesOn;
  private final PlanStore plans = new PlanStore();
  private final long began = System.nanoTime();
  private long kept = began;
  private boolean interrupted;

  PlanRun(
      PlanQueue.Entry entry,
      TenantDatabases databases,
      PlanContents contents,
      Planner planner,
      Judge judge,
      InstantSource clock,
      BooleanSupplier goesOn) {
    this.entry = entry;
    this.database = databases.of(entry.tenant());
    this.contents = contents;
    this.planner = planner;
    this.judge = judge;
    this.clock = clock;
    this.goesOn = goesOn;
  }

  /**
   * Searches; false when it was broken off because this engine stops, and has to be gone on with.
   */
  boolean run() {
    var plan = change(stored -> stored.in(PlanState.RUNNING, clock.instant()));
    return plan.isEmpty() || search(plan.get());
  }

  /** Says that the plan could not be worked out. */
  void giveUp() {
    change(
        stored ->
            stored.failed(
                "It could not be worked out for a fault of ours; the engine's log says more.",
                clock.instant()));
  }

  private boolean search(Stored<UUID, StoredPlan> plan) {
    log.info("Plan {} is searched for", entry.plan());
    try {
      var asked = PlanMessages.asked(plan.content());
      var content = database.read(entry.tenant(), tx -> contents.read(tx, entry.plan(), asked));
      var found = best(plan.content(), content);
      if (!interrupted) {
        var outcome = Payload.of(PlanOutcomes.of(judge, content, found).toByteArray());
        change(
            stored ->
                stored
                    .found(found, spent(plan.content()), clock.instant())
                    .with(outcome)
                    .in(PlanState.READY, clock.instant()));
        log.info("Plan {} is ready after {} moves", entry.plan(), found.moves());
      }
    } catch (RefusedException refused) {
      var why = RefusalSentence.of(refused);
      change(stored -> stored.failed(why, clock.instant()));
    }
    return !interrupted;
  }

  private PlanProgress best(StoredPlan plan, PlanContent content) {
    var best = plan.best();
    var left = plan.limit().minus(plan.spent());
    return planner.plan(
        content.task(),
        best == null ? List.of() : best.placements(),
        plan.stopAsked() || left.isNegative() ? Duration.ZERO : left,
        progress -> goOn(plan, progress));
  }

  private boolean goOn(StoredPlan plan, PlanProgress progress) {
    if (!goesOn.getAsBoolean()) {
      interrupted = true;
      keep(plan, progress);
      return false;
    }
    if (System.nanoTime() - kept < KEEP_EVERY.toNanos()) {
      return true;
    }
    kept = System.nanoTime();
    return keep(plan, progress).filter(stored -> !stored.content().stopAsked()).isPresent();
  }

  private Optional<Stored<UUID, StoredPlan>> keep(StoredPlan plan, PlanProgress progress) {
    return change(stored -> stored.found(progress, spent(plan), clock.instant()));
  }

  private Duration spent(StoredPlan before) {
    return before.spent().plusNanos(System.nanoTime() - began);
  }

  /** Changes the plan; empty when nobody wants it any more. */
  private Optional<Stored<UUID, StoredPlan>> change(Function<StoredPlan, StoredPlan> change) {
    return database.write(
        entry.tenant(),
        tx -> {
          var stored = plans.lock(tx, entry.plan());
          return stored == null || !stored.content().state().isSearching()
              ? Optional.empty()
              : Optional.of(plans.update(tx, entry.plan(), change.apply(stored.content())));
        });
  }
}
