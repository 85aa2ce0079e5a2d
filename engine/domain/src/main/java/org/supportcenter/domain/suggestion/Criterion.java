package org.supportcenter.domain.suggestion;

/**
 * A soft rule at work for one request: how many points a slot gets by it, and in which words.
 * Points are whole, from zero to the rule's weight, always rounded down; both answers come from the
 * same numbers.
 */
interface Criterion {

  /** Seconds of an hour. */
  long HOUR = 3600;

  /** The name it is told under. */
  SoftRule rule();

  /** Whether all slots with one technician get the same. */
  default boolean looksAtTechnicianOnly() {
    return false;
  }

  /**
   * What the slot gets.
   *
   * @param weight the most it can get
   */
  int points(Spot spot, int weight);

  /** Why, in one plain sentence. */
  String sentence(Spot spot);

  /** The part of the weight that {@code part} is of {@code whole}, rounded down. */
  static int share(int weight, long part, long whole) {
    return (int) (weight * part / whole);
  }
}
