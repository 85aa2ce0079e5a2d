package org.supportcenter.solver.route;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Simulated annealing by the clock: how much worse a change may be shrinks from a share of what a
 * stop costs on average to a hundredth of that when the time is over.
 */
final class Annealing {

  /** In average costs of a stop; found by measuring on Solomon's instances. */
  private static final double HOTTEST = 0.5;

  private static final double COOLING = 0.005;

  /** The clock is read once in so many questions. */
  private static final int PATIENCE = 16;

  private final long began = System.nanoTime();
  private final long length;
  private final double hottest;
  private double temperature;
  private int questions;

  /**
   * Begins now.
   *
   * @param averageCost what a stop costs on average
   */
  Annealing(Duration limit, double averageCost) {
    this.length = Math.max(1, limit.toNanos());
    this.hottest = Math.max(1e-9, averageCost * HOTTEST);
    this.temperature = hottest;
  }

  /** Whether a change to another cost is taken. */
  boolean takes(long before, long after, RandomGenerator random) {
    if (questions++ % PATIENCE == 0) {
      temperature = hottest * Math.pow(COOLING, Math.min(1, share()));
    }
    return after < before - temperature * Math.log(random.nextDouble());
  }

  /** Whether the time is over. */
  boolean isOver() {
    return System.nanoTime() - began >= length;
  }

  private double share() {
    return (double) (System.nanoTime() - began) / length;
  }
}
