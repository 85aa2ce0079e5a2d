package org.supportcenter.mailer.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "120, PT2M",
    "' 0 ', PT0S",
    "999999999, PT24H",
    "'Mon, 1 Mar 2027 08:05:00 GMT', PT5M",
    "'Mon, 1 Mar 2027 07:00:00 GMT', PT0S",
    "'Thu, 1 Apr 2027 08:00:00 GMT', PT24H"
  })
  void secondsAndDatesAreRead(String header, Duration wait) {
    assertThat(RetryAfter.read(header, NOW)).isEqualTo(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999999999"})
  void whatCannotBeReadIsNothing(String header) {
    assertThat(RetryAfter.read(header, NOW)).isNull();
  }

  @Test
  void withoutAHeaderNothingIsAskedFor() {
    assertThat(RetryAfter.read(null, NOW)).isNull();
  }
}
