package org.supportcenter.domain.slot;

import java.util.List;
import java.util.function.Function;

/**
 * Works for several technicians at a time: what is worked out for one shares nothing that changes
 * with what is worked out for another, and somebody waits for all of it.
 */
public final class SideBySide {

  /** Below this, handing work over takes longer than doing it. */
  private static final int WORTH_IT = 8;

  private SideBySide() {}

  /**
   * What comes of each, in their order.
   *
   * @param work changes nothing that others see
   */
  public static <T, R> List<R> map(List<T> all, Function<T, R> work) {
    var each = all.size() < WORTH_IT ? all.stream() : all.parallelStream();
    return each.map(work).toList();
  }
}
