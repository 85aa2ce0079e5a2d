package org.supportcenter.domain.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;
import java.util.stream.Stream;
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
    assertThat(told("rules.md", List::getLast))
        .isEqualTo(known(Reason.values(), reason -> reason.waivable() ? "yes" : "no"));
  }

  @Test
  void thePageOfSuggestionsSaysEveryDefaultWeight() throws IOException {
    assertThat(told("suggestions.md", row -> row.get(1)))
        .isEqualTo(known(SoftRule.values(), rule -> Integer.toString(rule.defaultWeight())));
  }

  @Test
  void thePageOfPlansSaysWhatEveryRulePrefers() throws IOException {
    assertThat(told("plans.md", row -> row.get(1)))
        .isEqualTo(known(PlanRule.values(), PlanRule::summary));
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

  /** The constants that a page has rows of, in its order, each with another cell. */
  private static List<Entry<String, String>> told(String page, Function<List<String>, String> cell)
      throws IOException {
    return rows(page, "`[A-Z_]+`").stream()
        .map(row -> Map.entry(row.getFirst(), cell.apply(row)))
        .toList();
  }

  private static <E extends Enum<E>> List<Entry<String, String>> known(
      E[] constants, Function<E, String> said) {
    return Stream.of(constants).map(each -> Map.entry("`" + each + "`", said.apply(each))).toList();
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
