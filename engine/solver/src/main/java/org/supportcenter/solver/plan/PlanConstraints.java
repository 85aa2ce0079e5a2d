package org.supportcenter.solver.plan;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;
import ai.timefold.solver.core.api.score.stream.bi.BiConstraintStream;
import ai.timefold.solver.core.api.score.stream.bi.BiJoiner;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintStream;
import java.util.ArrayList;
import java.util.List;
import org.supportcenter.domain.plan.PlanRule;
import org.supportcenter.domain.rule.Bond;
import org.supportcenter.domain.rule.GroupRule;
import org.supportcenter.domain.rule.PairRule;
import org.supportcenter.domain.rule.Rule;
import org.supportcenter.domain.rule.RuleBook;
import org.supportcenter.domain.rule.SoloRule;
import org.supportcenter.domain.schedule.BookedVisit;
import org.supportcenter.solver.route.RouteConstraints;
import org.supportcenter.solver.route.Stop;

/**
 * The rule book once more, all of it on one hard level so that the search may trade rules, and the
 * rules of plans. A match among visits that are not to be placed does not count: it is always a
 * placed one that is judged. Two visits that stay where they stand are not judged by each other
 * either, and one that stays not by rules that were set aside for it. Public, because Timefold
 * makes it.
 */
public final class PlanConstraints implements ConstraintProvider {

  private static final HardMediumSoftScore BROKEN = HardMediumSoftScore.ONE_HARD;
  private static final HardMediumSoftScore POINT = HardMediumSoftScore.ONE_SOFT;

  @Override
  public Constraint[] defineConstraints(ConstraintFactory factory) {
    var placed = factory.forEach(Stop.class).filter(Stop::isPlaced);
    var constraints = new ArrayList<Constraint>();
    for (var rule : RuleBook.STANDARD.rules()) {
      constraints.addAll(constraints(rule, factory));
    }
    constraints.add(RouteConstraints.possible(factory));
    constraints.add(RouteConstraints.placeAll(factory));
    constraints.add(RouteConstraints.ways(factory));
    constraints.add(
        placed.penalize(POINT, PlanStop::kept).asConstraint(PlanRule.KEEP_PUBLISHED.name()));
    constraints.add(placed.penalize(POINT, PlanStop::sooner).asConstraint(PlanRule.SOONER.name()));
    constraints.add(
        placed
            .groupBy(Stop::getRoute, ConstraintCollectors.toList())
            .penalize(POINT, PlanStop::burden)
            .asConstraint(PlanRule.BALANCED_LOAD.name()));
    return constraints.toArray(Constraint[]::new);
  }

  private static List<Constraint> constraints(Rule rule, ConstraintFactory factory) {
    var placed =
        factory
            .forEach(Stop.class)
            .filter(Stop::isPlaced)
            .filter(stop -> PlanStop.keeps(stop, rule));
    var name = rule.reason().name();
    return switch (rule) {
      case SoloRule solo ->
          List.of(
              placed
                  .penalize(BROKEN, stop -> solo.broken(PlanStop.judged(stop), PlanStop.now(stop)))
                  .asConstraint(name));
      case PairRule pair ->
          List.of(
              pairs(factory, placed, pair.bond())
                  .filter((stop, other) -> stop != other)
                  .filter((stop, other) -> !PlanStop.stays(stop) || !PlanStop.stays(other))
                  .penalize(
                      BROKEN,
                      (stop, other) -> pair.broken(PlanStop.judged(stop), PlanStop.standing(other)))
                  .asConstraint(name),
              placed
                  .join(BookedVisit.class, fixed(pair.bond()))
                  .penalize(BROKEN, (stop, fixed) -> pair.broken(PlanStop.judged(stop), fixed))
                  .asConstraint(name + " with what is fixed"));
      case GroupRule group ->
          List.of(
              // Every visit is in its own group, so none is missed.
              pairs(factory, placed, group.bond())
                  .filter(
                      (stop, other) ->
                          group.grouped(PlanStop.judged(stop), PlanStop.standing(other)))
                  .groupBy((stop, other) -> stop, ConstraintCollectors.countBi())
                  .penalize(BROKEN, (stop, count) -> PlanStop.broken(group, stop, count))
                  .asConstraint(name));
    };
  }

  /** Each placed visit with every one that shares the bond, itself too, placed or left. */
  private static BiConstraintStream<Stop, Stop> pairs(
      ConstraintFactory factory, UniConstraintStream<Stop> placed, Bond bond) {
    var standing = factory.forEachUnfiltered(Stop.class).filter(PlanStop::stands);
    return switch (bond) {
      case TECHNICIAN -> placed.join(standing, Joiners.equal(PlanStop::technician));
      case CUSTOMER -> placed.join(standing, Joiners.equal(PlanStop::customer));
    };
  }

  private static BiJoiner<Stop, BookedVisit> fixed(Bond bond) {
    return switch (bond) {
      case TECHNICIAN -> Joiners.equal(PlanStop::technician, BookedVisit::technicianId);
      case CUSTOMER -> Joiners.equal(PlanStop::customer, BookedVisit::customerId);
    };
  }
}
