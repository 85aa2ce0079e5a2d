package org.supportcenter.domain.slot;

import java.util.Arrays;

/** A growing heap of epoch seconds, which mostly come in order. */
final class Seconds {

  private long[] seconds = new long[64];
  private int size;
  private boolean isAscending = true;

  void add(long second) {
    isAscending &= size == 0 || seconds[size - 1] < second;
    if (size == seconds.length) {
      seconds = Arrays.copyOf(seconds, size * 2);
    }
    seconds[size++] = second;
  }

  /** Each once, in order: intervals that overlap may give the same start twice. */
  long[] sortedDistinct() {
    var found = Arrays.copyOf(seconds, size);
    if (isAscending) {
      return found;
    }
    Arrays.sort(found);
    int count = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || found[i] != found[i - 1]) {
        found[count++] = found[i];
      }
    }
    return Arrays.copyOf(found, count);
  }
}
