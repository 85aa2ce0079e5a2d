package org.supportcenter.store.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortKeyTest {

  @Test
  void readsBackWhatWasWritten() {
    assertThat(key(String.class).value("Ada <b>")).isEqualTo("Ada <b>");
    assertThat(key(Instant.class).value("2027-03-01T09:00:00Z"))
        .isEqualTo(Instant.parse("2027-03-01T09:00:00Z"));
  }

  @Test
  void refusesTextThatNoRowCanHold() {
    assertThatIllegalArgumentException().isThrownBy(() -> key(String.class).value("a\0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+50000-12-31T23:59:59Z", "-0001-01-01T00:00:00Z"})
  void refusesTimesThatNoRowCanHold(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> key(Instant.class).value(text));
  }

  private static SortKey key(Class<?> type) {
    return new SortKey(DSL.field("column", type), false, 0);
  }
}
