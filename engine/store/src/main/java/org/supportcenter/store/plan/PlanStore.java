package org.supportcenter.store.plan;

import static org.jooq.impl.DSL.noCondition;
import static org.supportcenter.schema.jooq.Tables.PLAN;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.plan.Placement;
import org.supportcenter.domain.plan.PlanProgress;
import org.supportcenter.domain.plan.PlanRule;
import org.supportcenter.domain.plan.PlanScore;
import org.supportcenter.domain.plan.PlanState;
import org.supportcenter.schema.jooq.tables.records.PlanRecord;
import org.supportcenter.store.Stored;
import org.supportcenter.store.Tx;
import org.supportcenter.store.VersionedStore;
import org.supportcenter.store.page.Page;
import org.supportcenter.store.page.PageQuery;
import org.supportcenter.store.page.Sorting;

/** The plans of a tenant. */
public final class PlanStore extends VersionedStore<UUID, StoredPlan, PlanRecord> {

  private static final Sorting SORTING =
      Sorting.endingWith(PLAN.ID, "createTime desc")
          .by("createTime", PLAN.CREATE_TIME)
          .by("updateTime", PLAN.UPDATE_TIME);

  public PlanStore() {
    super(PLAN);
  }

  /** A page of plans in one of the states; in any when there are none. */
  public Page<Stored<UUID, StoredPlan>> list(Tx tx, Set<PlanState> states, PageQuery query) {
    var names = states.stream().sorted().map(PlanState::name).toList();
    return page(tx, SORTING, names.isEmpty() ? noCondition() : PLAN.STATE.in(names), query);
  }

  /** The plan as it is now; null if nothing of it has changed since it was read. */
  public @Nullable Stored<UUID, StoredPlan> changed(Tx tx, Stored<UUID, StoredPlan> since) {
    return find(tx, since.id(), PLAN.VERSION.ne(since.version()));
  }

  @Override
  protected Condition isNamed(UUID id) {
    return PLAN.ID.eq(id);
  }

  @Override
  protected Stored<UUID, StoredPlan> read(PlanRecord row) {
    return new Stored<>(
        row.getId(),
        row.getVersion(),
        new StoredPlan(
            PlanState.valueOf(row.getState()),
            Payload.of(row.getAsked()),
            Duration.ofSeconds(row.getTimeLimitSeconds()),
            Duration.ofMillis(row.getSpentMillis()),
            row.getStopAsked(),
            best(row),
            row.getOutcome() == null ? null : Payload.of(row.getOutcome()),
            row.getProblem(),
            row.getCreator(),
            row.getCreateTime(),
            row.getUpdateTime()));
  }

  private static @Nullable PlanProgress best(PlanRecord row) {
    if (row.getPoints().length == 0) {
      return null;
    }
    var placements = new ArrayList<Placement>();
    for (int i = 0; i < row.getVisitIds().length; i++) {
      placements.add(
          new Placement(
              row.getVisitIds()[i], row.getTechnicianIds()[i], row.getStartTimes()[i].toInstant()));
    }
    var points = new EnumMap<PlanRule, Long>(PlanRule.class);
    var rules = PlanRule.values();
    for (int i = 0; i < rules.length; i++) {
      points.put(rules[i], row.getPoints()[i]);
    }
    return new PlanProgress(new PlanScore(points, row.getUnplaced()), row.getMoves(), placements);
  }

  @Override
  protected PlanRecord write(UUID id, StoredPlan plan) {
    var row = new PlanRecord();
    row.setId(id);
    row.setState(plan.state().name());
    row.setAsked(plan.asked().bytes());
    row.setTimeLimitSeconds(Math.toIntExact(plan.limit().toSeconds()));
    row.setSpentMillis(plan.spent().toMillis());
    row.setStopAsked(plan.stopAsked());
    write(plan.best(), row);
    var outcome = plan.outcome();
    row.setOutcome(outcome == null ? null : outcome.bytes());
    row.setProblem(plan.problem());
    row.setCreator(plan.creator());
    row.setCreateTime(plan.createTime());
    row.setUpdateTime(plan.updateTime());
    return row;
  }

  private static void write(@Nullable PlanProgress best, PlanRecord row) {
    if (best == null) {
      row.setVisitIds(new UUID[0]);
      row.setTechnicianIds(new UUID[0]);
      row.setStartTimes(new OffsetDateTime[0]);
      row.setPoints(new Long[0]);
      row.setUnplaced(0);
      row.setMoves(0L);
      return;
    }
    var places = best.placements();
    row.setVisitIds(places.stream().map(Placement::visitId).toArray(UUID[]::new));
    row.setTechnicianIds(places.stream().map(Placement::technicianId).toArray(UUID[]::new));
    row.setStartTimes(
        places.stream()
            .map(place -> place.start().atOffset(ZoneOffset.UTC))
            .toArray(OffsetDateTime[]::new));
    row.setPoints(Stream.of(PlanRule.values()).map(best.score()::of).toArray(Long[]::new));
    row.setUnplaced(best.score().unplaced());
    row.setMoves(best.moves());
  }
}
