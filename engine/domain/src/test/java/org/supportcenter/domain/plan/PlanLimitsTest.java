package org.supportcenter.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanLimitsTest {

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "5, 1", "6, 2", "8, 2", "20, 9", "38, 30", "39, 30", "1000, 30"})
  void fewVisitsAreSearchedForShorter(int visits, int seconds) {
    assertThat(PlanLimits.DEFAULTS.byDefault(visits)).isEqualTo(Duration.ofSeconds(seconds));
  }
}
