package org.supportcenter.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DatabaseChecksTest {
  private static final Instant BEFORE = Instant.parse("2027-03-01T10:00:00Z");
  private static final Instant AFTER = BEFORE.plusSeconds(1);

  @Test
  void aClockReadWithinTheQuestionHasNoSkew() {
    assertThat(DatabaseChecks.skew(BEFORE, BEFORE.plusMillis(400), AFTER)).isZero();
  }

  @Test
  void skewIsTheDistanceFromTheQuestionOnEitherSide() {
    assertThat(DatabaseChecks.skew(BEFORE, BEFORE.minusSeconds(3), AFTER))
        .isEqualTo(Duration.ofSeconds(3));
    assertThat(DatabaseChecks.skew(BEFORE, AFTER.plusSeconds(5), AFTER))
        .isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void onlyUnicodeHoldsEveryName() {
    assertThat(DatabaseChecks.text("LATIN1", true).line())
        .startsWith("FAILED")
        .contains("LATIN1", "ENCODING 'UTF8'");
    assertThat(DatabaseChecks.text("UTF8", true).line()).startsWith("ok");
    assertThat(DatabaseChecks.text("UTF8", false).line()).startsWith("ok").contains("A to Z only");
  }
}
