package org.supportcenter.domain.rule;

import java.util.EnumSet;
import java.util.Set;

/**
 * One line of a case table.
 *
 * @param about the rule the line is about
 * @param expected everything the visit of the scene breaks
 */
public record RuleCase(Reason about, String told, Scene scene, Set<Reason> expected) {

  static RuleCase broken(Reason about, String told, Scene scene, Reason... besides) {
    return new RuleCase(about, told, scene, EnumSet.of(about, besides));
  }

  static RuleCase kept(Reason about, String told, Scene scene) {
    return new RuleCase(about, told, scene, Set.of());
  }

  @Override
  public String toString() {
    return about + ": " + told;
  }
}
