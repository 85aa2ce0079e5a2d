package org.supportcenter.solver.route;

import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;

/** A list of small numbers that knows at once whether a number is in it. */
final class IntList {

  private final int[] values;
  private final boolean[] present;
  private int size;

  /** For numbers below the bound. */
  IntList(int bound) {
    this.values = new int[bound];
    this.present = new boolean[bound];
  }

  int size() {
    return size;
  }

  int get(int index) {
    return values[index];
  }

  boolean contains(int value) {
    return present[value];
  }

  void add(int value) {
    values[size++] = value;
    present[value] = true;
  }

  /** Adds the number unless it is there. */
  void addNew(int value) {
    if (!present[value]) {
      add(value);
    }
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      present[values[i]] = false;
    }
    size = 0;
  }

  void forEach(IntConsumer each) {
    for (int i = 0; i < size; i++) {
      each.accept(values[i]);
    }
  }

  void shuffle(RandomGenerator random) {
    for (int i = size - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int value = values[i];
      values[i] = values[other];
      values[other] = value;
    }
  }

  /**
   * Sorts by insertion, which keeps the order of equals and is quick for the few that there are.
   */
  void sortBy(long[] ranks) {
    for (int i = 1; i < size; i++) {
      int value = values[i];
      int place = i;
      while (place > 0 && ranks[values[place - 1]] > ranks[value]) {
        values[place] = values[place - 1];
        place--;
      }
      values[place] = value;
    }
  }
}
