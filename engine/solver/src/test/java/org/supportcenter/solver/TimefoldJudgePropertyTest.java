package org.supportcenter.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.supportcenter.domain.rule.Amounts;
import org.supportcenter.domain.rule.Reason;
import org.supportcenter.domain.rule.Rule;
import org.supportcenter.domain.rule.RuleBook;
import org.supportcenter.domain.rule.Seed;
import org.supportcenter.domain.rule.Verdict;
import org.supportcenter.domain.rule.Worlds;
import org.supportcenter.domain.schedule.Candidate;
import org.supportcenter.domain.schedule.Facts;
import org.supportcenter.domain.schedule.Visit;

/** The score Timefold calculates is what the rules add up to, level by level. */
class TimefoldJudgePropertyTest {

  private static final int WORLDS = Integer.getInteger("supportcenter.worlds", 2400);

  private final TimefoldJudge judge = new TimefoldJudge();

  @Test
  void scoresWhatTheRuleBookAddsUpTo() {
    long seed = Seed.of(TimefoldJudgePropertyTest.class);
    var seen = EnumSet.noneOf(Reason.class);
    Worlds.of(seed, WORLDS)
        .forEach(
            world -> {
              // Alone, then all together as a batch.
              agree(world.toString(), world.candidates().subList(0, 1), world.facts());
              agree(world.toString(), world.candidates(), world.facts()).stream()
                  .flatMap(verdict -> verdict.violations().stream())
                  .forEach(violation -> seen.add(violation.reason()));
            });
    assertThat(seen).as("reasons the worlds broke").containsExactly(Reason.values());
  }

  private List<Verdict> agree(String world, List<Candidate> candidates, Facts facts) {
    var score = judge.score(candidates, facts);
    var sums =
        RuleBook.STANDARD.rules().stream()
            .mapToLong(rule -> -sum(rule, candidates, facts))
            .toArray();
    assertThat(score.hardScores()).as(world).isEqualTo(sums);
    var verdicts = judge.judge(candidates, facts);
    assertThat(verdicts).as(world).isEqualTo(RuleBook.STANDARD.judge(candidates, facts));
    return verdicts;
  }

  private static long sum(Rule rule, List<Candidate> candidates, Facts facts) {
    var sum = 0L;
    for (int i = 0; i < candidates.size(); i++) {
      var others = new ArrayList<Visit>(facts.others(candidates));
      for (int j = 0; j < candidates.size(); j++) {
        if (j != i) {
          others.add(candidates.get(j));
        }
      }
      sum += Amounts.broken(rule, candidates.get(i), others, facts.now());
    }
    return sum;
  }
}
