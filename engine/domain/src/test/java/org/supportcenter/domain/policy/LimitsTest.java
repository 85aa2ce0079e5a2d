package org.supportcenter.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LimitsTest {

  @Test
  void aVisitLastsAMinuteToADay() {
    assertThat(Limits.VISIT_DURATION.problem(Duration.ofSeconds(59)))
        .isEqualTo("must be from 60s to 86400s");
    assertThat(Limits.VISIT_DURATION.problem(Duration.ofSeconds(60))).isNull();
    assertThat(Limits.VISIT_DURATION.problem(Duration.ofHours(24))).isNull();
    assertThat(Limits.VISIT_DURATION.problem(Duration.ofHours(24).plusNanos(1))).isNotNull();
    assertThat(Limits.VISIT_DURATION.problem(Duration.ofHours(-1))).isNotNull();
    assertThat(Limits.VISIT_DURATION.problem(Duration.ofSeconds(90, 5)))
        .isEqualTo("must be whole seconds");
  }

  @Test
  void aBufferMayBeNothing() {
    assertThat(Limits.BUFFER.problem(Duration.ZERO)).isNull();
    assertThat(Limits.BUFFER.problem(Duration.ofSeconds(-1))).isNotNull();
  }

  @Test
  void instantsEndBeforeTheYear2200() {
    assertThat(Limits.problem(Instant.parse("2199-12-31T23:59:59Z"))).isNull();
    assertThat(Limits.problem(Instant.parse("2200-01-01T00:00:00Z"))).isNotNull();
    assertThat(Limits.problem(Instant.parse("1969-12-31T23:59:59Z"))).isNotNull();
    assertThat(Limits.problem(Instant.MAX)).isNotNull();
    assertThat(Limits.problem(Instant.parse("2027-01-01T00:00:00.5Z"))).isNotNull();
  }
}
