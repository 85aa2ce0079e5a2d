package org.supportcenter.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanDocsTest {

  private static final Path PAGE = Path.of("..", "..", "docs", "plans.md");

  @ParameterizedTest
  @EnumSource
  void thePageSaysWhatEveryRulePrefers(PlanRule rule) throws IOException {
    assertThat(Files.readString(PAGE)).contains("| `%s` | %s |".formatted(rule, rule.summary()));
  }

  @Test
  void thePageSaysHowLongIsSearched() throws IOException {
    assertThat(Files.readString(PAGE))
        .contains("by default %d seconds".formatted(PlanLimits.DEFAULTS.byDefault().toSeconds()))
        .contains("at most %d minutes".formatted(PlanLimits.DEFAULTS.most().toMinutes()));
  }
}
