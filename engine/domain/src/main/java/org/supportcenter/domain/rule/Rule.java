package org.supportcenter.domain.rule;

/**
 * A scheduling rule, written once and asked in three ways: by how much a visit breaks it (by the
 * rule book and by the solver), in which words (for people), and which starts it forbids (by the
 * slot search). All three lie side by side in one class per rule.
 *
 * <p>Amounts are whole seconds for times and units for counts; zero means the rule is kept.
 */
public sealed interface Rule permits SoloRule, PairRule, GroupRule {

  /** The name the rule is refused under. */
  Reason reason();
}
