package org.supportcenter.mailer.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AbsenceTest {

  private final AtomicLong nanos = new AtomicLong();
  private final Absence absence =
      new Absence(Duration.ofMillis(750), Duration.ofSeconds(2), nanos::get);

  @Test
  void everyTryInVainMakesItLonger() {
    assertThat(absence.isOver()).isTrue();
    lasts(750);
    lasts(1500);
    lasts(2000);
    lasts(2000);
  }

  @Test
  void triesThatWereMadeTogetherCountOnce() {
    absence.begin();
    absence.begin();
    pass(750);
    lasts(1500);
  }

  @Test
  void whoHasAnsweredIsNotLeftAloneForLong() {
    lasts(750);
    absence.begin();
    absence.end();
    assertThat(absence.isOver()).isTrue();
    lasts(750);
  }

  private void lasts(int millis) {
    absence.begin();
    pass(millis - 1);
    assertThat(absence.isOver()).isFalse();
    pass(1);
    assertThat(absence.isOver()).isTrue();
  }

  private void pass(int millis) {
    nanos.addAndGet(Duration.ofMillis(millis).toNanos());
  }
}
