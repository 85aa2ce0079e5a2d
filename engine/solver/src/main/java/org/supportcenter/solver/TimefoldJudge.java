package org.supportcenter.solver;

import ai.timefold.solver.core.api.score.BendableScore;
import java.util.ArrayList;
import java.util.List;
import org.supportcenter.domain.rule.Judge;
import org.supportcenter.domain.rule.Rule;
import org.supportcenter.domain.rule.RuleBook;
import org.supportcenter.domain.rule.Verdict;
import org.supportcenter.domain.schedule.Candidate;
import org.supportcenter.domain.schedule.Facts;

/**
 * Judges with Timefold: the score has one hard level per rule, so it says by itself which rules are
 * broken and by how much; the rule book then finds the words. Thread-safe; make one and keep it.
 */
public final class TimefoldJudge implements Judge {

  private final RuleBook ruleBook = RuleBook.STANDARD;
  private final RuleSessions sessions = new RuleSessions();

  /**
   * A judge by the standard rule book. Takes a moment: Timefold studies the classes.
   *
   * @throws IllegalStateException when the score has not one hard level per rule
   */
  public TimefoldJudge() {
    if (ruleBook.rules().size() != JudgedSchedule.HARD_LEVELS) {
      throw new IllegalStateException(
          "%d rules, but %d score levels"
              .formatted(ruleBook.rules().size(), JudgedSchedule.HARD_LEVELS));
    }
  }

  @Override
  public List<Verdict> judge(List<Candidate> candidates, Facts facts) {
    var score = score(candidates, facts);
    if (score.isFeasible()) {
      return candidates.stream().map(candidate -> new Verdict(candidate, List.of())).toList();
    }
    var broken = broken(score);
    var verdicts = ruleBook.judge(candidates, facts, broken);
    for (var rule : broken) {
      if (verdicts.stream().noneMatch(verdict -> verdict.breaks(rule.reason()))) {
        throw new IllegalStateException("The rule book has no words for a broken " + rule.reason());
      }
    }
    return verdicts;
  }

  /** The score of the candidates together; one hard level per rule, zero where it is kept. */
  BendableScore score(List<Candidate> candidates, Facts facts) {
    var all = new ArrayList<Object>(facts.others(candidates));
    candidates.forEach(candidate -> all.add(new JudgedVisit(candidate, facts.now())));
    return sessions.score(all);
  }

  private List<Rule> broken(BendableScore score) {
    var rules = new ArrayList<Rule>();
    for (int level = 0; level < JudgedSchedule.HARD_LEVELS; level++) {
      if (score.hardScore(level) != 0) {
        rules.add(ruleBook.rules().get(level));
      }
    }
    return rules;
  }
}
