package org.supportcenter.engine.call;

import java.util.function.Supplier;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.refusal.RefusedException;

/** What to do when a constraint of the database saw what the rules did not. */
public final class SecondTry {

  private SecondTry() {}

  /**
   * Does the work, a transaction from its locks on. When a constraint of the database found a rule
   * broken, somebody wrote without locks after the facts were read: it is done once more, and now
   * the rules see what they wrote.
   */
  public static <A> A of(Supplier<A> work) {
    try {
      return work.get();
    } catch (RefusedException refused) {
      if (refused.refusal() instanceof Refusal.ConstraintBroken) {
        return work.get();
      }
      throw refused;
    }
  }
}
