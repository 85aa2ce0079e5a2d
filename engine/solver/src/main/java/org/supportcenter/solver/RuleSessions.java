package org.supportcenter.solver;

import ai.timefold.solver.core.api.score.BendableScore;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.impl.domain.variable.declarative.ConsistencyTracker;
import ai.timefold.solver.core.impl.score.constraint.ConstraintMatchPolicy;
import ai.timefold.solver.core.impl.score.director.stream.BavetConstraintStreamScoreDirectorFactory;
import ai.timefold.solver.core.impl.score.stream.bavet.BavetConstraintSession;
import ai.timefold.solver.core.impl.solver.DefaultSolverFactory;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Timefold's constraint streams, kept built. What is to be scored is inserted into a session and
 * taken out again, which is how Timefold itself goes from one move to the next.
 *
 * <p>The published way, {@code SolutionManager.update}, builds the streams anew for every score and
 * searches every jar for the enterprise edition: four times the work, in every booking. This class
 * alone knows of the inner classes; that scores stay those of the rule book is tested.
 *
 * <p>Thread-safe.
 */
final class RuleSessions {

  private final BavetConstraintStreamScoreDirectorFactory<JudgedSchedule, BendableScore> factory;
  private final Queue<BavetConstraintSession<BendableScore>> idle = new ConcurrentLinkedQueue<>();

  RuleSessions() {
    var solvers =
        (DefaultSolverFactory<JudgedSchedule>)
            SolverFactory.<JudgedSchedule>create(
                new SolverConfig()
                    .withSolutionClass(JudgedSchedule.class)
                    .withEntityClasses(JudgedVisit.class)
                    .withConstraintProviderClass(RuleConstraints.class));
    factory =
        (BavetConstraintStreamScoreDirectorFactory<JudgedSchedule, BendableScore>)
            solvers.<BendableScore>getScoreDirectorFactory();
  }

  /** The score of candidates and what stands around them, each given once. */
  BendableScore score(Collection<?> facts) {
    var ready = idle.poll();
    var session = ready == null ? newSession() : ready;
    facts.forEach(session::insert);
    var score = session.calculateScore();
    facts.forEach(session::retract);
    session.settle();
    // Not in a finally: one that failed half way is not used again.
    idle.add(session);
    return score;
  }

  private BavetConstraintSession<BendableScore> newSession() {
    return factory.newSession(
        new JudgedSchedule(), new ConsistencyTracker<>(), ConstraintMatchPolicy.DISABLED, false);
  }
}
