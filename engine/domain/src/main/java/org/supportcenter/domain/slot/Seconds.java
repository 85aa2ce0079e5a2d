package org.supportcenter.domain.slot;

import java.util.Arrays;

/** A growing heap of epoch seconds, which mostly come in order. */
final class Seconds {

  private long[] seconds = new long[256];
  private int size;
  private boolean isSorted = true;

  void add(long second) {
    isSorted &= size == 0 || seconds[size - 1] <= second;
    if (size == seconds.length) {
      seconds = Arrays.copyOf(seconds, size * 2);
    }
    seconds[size++] = second;
  }

  /** Each once, in order: intervals that overlap may give the same start twice. */
  long[] sortedDistinct() {
    if (!isSorted) {
      Arrays.sort(seconds, 0, size);
    }
    var distinct = new long[size];
    int count = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || seconds[i] != seconds[i - 1]) {
        distinct[count++] = seconds[i];
      }
    }
    return Arrays.copyOf(distinct, count);
  }
}
