package org.supportcenter.engine.plan;

import java.util.UUID;
import org.supportcenter.domain.plan.PlanProgress;
import org.supportcenter.domain.plan.PlanRule;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.wire.Etags;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.store.Stored;
import org.supportcenter.store.plan.StoredPlan;
import org.supportcenter.v1.Plan;
import org.supportcenter.v1.PlanRuleScore;
import org.supportcenter.v1.PlanScore;

/** Plans on the wire. */
final class PlanMessages {

  private PlanMessages() {}

  /** What was asked, without anything that we say. */
  static Plan asked(Plan message) {
    return message.toBuilder()
        .clearName()
        .clearState()
        .clearScore()
        .clearMoves()
        .clearProblem()
        .clearEtag()
        .clearCreateTime()
        .clearUpdateTime()
        .clearCreator()
        .build();
  }

  /** What was asked, as it is kept. */
  static Plan asked(StoredPlan plan) {
    return Writes.parse(Plan.parser(), plan.asked().bytes());
  }

  /** All of it. */
  static Plan whole(Stored<UUID, StoredPlan> stored) {
    var message = shown(stored, asked(stored.content()));
    var outcome = stored.content().outcome();
    return outcome == null
        ? message
        : message.toBuilder()
            .addAllMoves(Writes.parse(Plan.parser(), outcome.bytes()).getMovesList())
            .build();
  }

  /** Without requests and moves. */
  static Plan brief(Stored<UUID, StoredPlan> stored) {
    return shown(stored, asked(stored.content()).toBuilder().clearRequests().build());
  }

  private static Plan shown(Stored<UUID, StoredPlan> stored, Plan asked) {
    var plan = stored.content();
    var message =
        asked.toBuilder()
            .setName(Names.PLAN.of(stored.id()))
            .setTimeLimit(Times.duration(plan.limit()))
            .setState(Plan.State.valueOf(plan.state().name()))
            .setProblem(plan.problem())
            .setEtag(Etags.of(stored.version()))
            .setCreator(plan.creator())
            .setCreateTime(Times.timestamp(plan.createTime()))
            .setUpdateTime(Times.timestamp(plan.updateTime()));
    var best = plan.best();
    if (best != null) {
      message.setScore(score(best));
    }
    return message.build();
  }

  private static PlanScore score(PlanProgress best) {
    var message =
        PlanScore.newBuilder()
            .setUnplacedCount(best.score().unplaced())
            .setMoveCount(saturated(best.moves()));
    for (var rule : PlanRule.values()) {
      message.addRules(
          PlanRuleScore.newBuilder()
              .setRule(PlanRuleScore.Rule.valueOf(rule.name()))
              .setPoints(saturated(best.score().of(rule))));
    }
    return message.build();
  }

  private static int saturated(long number) {
    return Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }
}
