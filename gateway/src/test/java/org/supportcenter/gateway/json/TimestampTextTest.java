package org.supportcenter.gateway.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import java.time.Instant;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTextTest {

  private static final long SEED = 20_261_121;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00Z",
        "1969-12-31T23:59:59Z",
        "1970-01-01T00:00:00Z",
        "2024-02-29T09:05:07Z",
        "9999-12-31T23:59:59Z",
        "2026-03-29T01:00:00.500Z",
        "1969-12-31T23:59:59.000001Z",
        "2026-03-29T01:00:00.000000001Z",
        "9999-12-31T23:59:59.999999999Z",
      })
  void isWhatTheJdkWrites(String text) {
    assertThat(text(Instant.parse(text))).isEqualTo(text);
  }

  @Test
  void isWhatTheJdkWritesOfAnyInstant() {
    var random = RandomGeneratorFactory.<RandomGenerator>getDefault().create(SEED);
    for (int i = 0; i < 10_000; i++) {
      var second =
          random.nextLong(Timestamps.MIN_VALUE.getSeconds(), Timestamps.MAX_VALUE.getSeconds() + 1);
      var nanos = random.nextInt(1_000_000_000);
      for (var exactness : new int[] {1_000_000_000, 1_000_000, 1_000, 1}) {
        var instant = Instant.ofEpochSecond(second, nanos / exactness * (long) exactness);
        assertThat(text(instant)).isEqualTo(instant.toString());
      }
    }
  }

  @Test
  void refusesYearsOfFiveDigits() {
    var late = Timestamp.newBuilder().setSeconds(Timestamps.MAX_VALUE.getSeconds() + 1).build();

    assertThatThrownBy(() -> TimestampText.of(late)).isInstanceOf(IllegalArgumentException.class);
  }

  private static String text(Instant instant) {
    return new String(TimestampText.of(timestamp(instant)), US_ASCII);
  }

  private static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
