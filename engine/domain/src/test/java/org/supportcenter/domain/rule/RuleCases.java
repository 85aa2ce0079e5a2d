package org.supportcenter.domain.rule;

import java.util.List;
import java.util.stream.Stream;

/** Every case of every rule: the table all judges are held to. */
public final class RuleCases {

  private static final List<RuleCase> ALL =
      Stream.of(
              StartCases.ALL,
              HoursCases.ALL,
              AbsenceCases.ALL,
              NeighbourCases.ALL,
              TechnicianCases.ALL)
          .flatMap(List::stream)
          .toList();

  private RuleCases() {}

  public static List<RuleCase> all() {
    return ALL;
  }
}
