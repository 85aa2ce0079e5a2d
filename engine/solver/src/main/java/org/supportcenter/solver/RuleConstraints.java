package org.supportcenter.solver;

import static org.supportcenter.solver.JudgedSchedule.HARD_LEVELS;
import static org.supportcenter.solver.JudgedSchedule.SOFT_LEVELS;

import ai.timefold.solver.core.api.score.BendableScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;
import ai.timefold.solver.core.api.score.stream.bi.BiConstraintStream;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintStream;
import org.supportcenter.domain.rule.GroupRule;
import org.supportcenter.domain.rule.PairRule;
import org.supportcenter.domain.rule.Rule;
import org.supportcenter.domain.rule.RuleBook;
import org.supportcenter.domain.rule.SoloRule;
import org.supportcenter.domain.schedule.Visit;

/**
 * The rule book as Timefold constraints: one stream per rule, named by its reason, on a hard level
 * of its own. It holds no rule itself.
 */
public final class RuleConstraints implements ConstraintProvider {

  @Override
  public Constraint[] defineConstraints(ConstraintFactory factory) {
    var visits = factory.forEach(JudgedVisit.class);
    // Made once: rules that share a stream share the work of joining.
    var pairs = visits.join(Visit.class, Joiners.filtering((visit, other) -> visit != other));
    var rules = RuleBook.STANDARD.rules();
    var constraints = new Constraint[rules.size()];
    for (int level = 0; level < constraints.length; level++) {
      constraints[level] = constraint(rules.get(level), level, visits, pairs);
    }
    return constraints;
  }

  private static Constraint constraint(
      Rule rule,
      int level,
      UniConstraintStream<JudgedVisit> visits,
      BiConstraintStream<JudgedVisit, Visit> pairs) {
    var unit = BendableScore.ofHard(HARD_LEVELS, SOFT_LEVELS, level, 1);
    var name = rule.reason().name();
    return switch (rule) {
      case SoloRule solo ->
          visits.penalize(unit, visit -> solo.broken(visit, visit.now())).asConstraint(name);
      case PairRule pair -> pairs.penalize(unit, pair::broken).asConstraint(name);
      case GroupRule group ->
          visits
              .join(Visit.class, Joiners.filtering(group::grouped))
              .groupBy((visit, other) -> visit, ConstraintCollectors.countBi())
              .penalize(unit, (visit, size) -> group.broken(visit, Math.toIntExact(size)))
              .asConstraint(name);
    };
  }
}
