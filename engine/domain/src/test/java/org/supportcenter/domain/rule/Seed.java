package org.supportcenter.domain.rule;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Where a test's randomness begins. It is the same in every build, so that a build says the same of
 * the same commit twice; {@code -Dsupportcenter.seed=random} looks at worlds nobody has seen yet,
 * and {@code -Dsupportcenter.seed=N} at those of an earlier run again.
 */
public final class Seed {

  private static final String PROPERTY = "supportcenter.seed";
  private static final long USUAL = 20_261_121;

  private Seed() {}

  /** Prints the seed, so that a failure can be repeated. */
  public static long of(Class<?> test) {
    var wanted = System.getProperty(PROPERTY, Long.toString(USUAL));
    long seed =
        wanted.equals("random") ? ThreadLocalRandom.current().nextLong() : Long.parseLong(wanted);
    System.out.println(test.getSimpleName() + ": " + PROPERTY + "=" + seed);
    return seed;
  }
}
