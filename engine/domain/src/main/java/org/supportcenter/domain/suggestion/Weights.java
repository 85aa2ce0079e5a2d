package org.supportcenter.domain.suggestion;

import java.util.EnumMap;
import java.util.Map;

/**
 * How much each soft rule counts for a tenant: the most points it can give; zero switches it off.
 */
public final class Weights {

  /** What holds until somebody changes it. */
  public static final Weights DEFAULTS = new Weights(Map.of());

  private final Map<SoftRule, Integer> weights = new EnumMap<>(SoftRule.class);

  /**
   * @param given none negative; a rule that is missing has its default
   */
  public Weights(Map<SoftRule, Integer> given) {
    for (var rule : SoftRule.values()) {
      weights.put(rule, given.getOrDefault(rule, rule.defaultWeight()));
    }
  }

  /** The most points the rule can give. */
  public int of(SoftRule rule) {
    return weights.getOrDefault(rule, rule.defaultWeight());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Weights that && weights.equals(that.weights);
  }

  @Override
  public int hashCode() {
    return weights.hashCode();
  }

  @Override
  public String toString() {
    return weights.toString();
  }
}
