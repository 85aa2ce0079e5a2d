package org.supportcenter.domain.suggestion;

/**
 * What one soft rule thinks of a slot.
 *
 * @param points from zero to the rule's weight
 * @param sentence why, in one plain sentence, times in the technician's zone with the zone named
 */
public record Contribution(SoftRule rule, int points, String sentence) {

  /** The same without a trace of other visits. */
  public Contribution redacted() {
    return new Contribution(rule, points, rule.summary());
  }
}
