package org.supportcenter.domain.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.supportcenter.domain.access.Scope;
import org.supportcenter.domain.plan.PlanLimits;
import org.supportcenter.domain.plan.PlanRule;
import org.supportcenter.domain.rule.Reason;
import org.supportcenter.domain.suggestion.SoftRule;

/** Holds the tables in {@code docs/} to the enums they tell of. */
class DocsTest {

  @Test
  void thePageOfRulesSaysWhichMayBeWaived() throws IOException {
    assertThat(rows("rules.md", "`[A-Z_]+`"))
        .extracting(List::getFirst, List::getLast)
        .containsExactly(
            Stream.of(Reason.values())
                .map(reason -> tuple("`" + reason + "`", reason.waivable() ? "yes" : "no"))
                .toArray(Tuple[]::new));
  }

  @Test
  void thePageOfSuggestionsSaysEveryDefaultWeight() throws IOException {
    assertThat(rows("suggestions.md", "`[A-Z_]+`"))
        .extracting(List::getFirst, row -> row.get(1))
        .containsExactly(
            Stream.of(SoftRule.values())
                .map(rule -> tuple("`" + rule + "`", Integer.toString(rule.defaultWeight())))
                .toArray(Tuple[]::new));
  }

  @Test
  void thePageOfPlansSaysWhatEveryRulePrefers() throws IOException {
    assertThat(rows("plans.md", "`[A-Z_]+`"))
        .extracting(List::getFirst, row -> row.get(1))
        .containsExactly(
            Stream.of(PlanRule.values())
                .map(rule -> tuple("`" + rule + "`", rule.summary()))
                .toArray(Tuple[]::new));
  }

  @Test
  void thePageOfPlansSaysHowLongIsSearched() throws IOException {
    assertThat(Files.readString(page("plans.md")))
        .contains("by default %d seconds".formatted(PlanLimits.DEFAULTS.byDefault().toSeconds()))
        .contains("at most %d minutes".formatted(PlanLimits.DEFAULTS.most().toMinutes()));
  }

  @Test
  void integratorsAreToldOfEveryScope() throws IOException {
    assertThat(rows("getting-started.md", "`[a-z.]+`"))
        .extracting(List::getFirst)
        .containsExactly(
            Stream.of(Scope.values())
                .map(scope -> "`" + scope.label() + "`")
                .toArray(String[]::new));
  }

  /** The rows of the tables of a page whose first cell is like that. */
  private static List<List<String>> rows(String page, String firstCell) throws IOException {
    return Files.readAllLines(page(page)).stream()
        .filter(line -> line.matches("\\| " + firstCell + " \\|.*\\|"))
        .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ")))
        .toList();
  }

  private static Path page(String name) {
    return Path.of("..", "..", "docs", name);
  }
}
