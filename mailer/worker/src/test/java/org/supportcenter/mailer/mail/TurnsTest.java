package org.supportcenter.mailer.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TurnsTest {

  /** Few, so that a slow machine is still quicker. */
  private final Turns turns = new Turns(1);

  @Test
  void whoHasToWaitIsGivenOneTurnEachAndNotASecondOne() {
    assertThat(turns.take(UUID.randomUUID(), "ada@example.com")).isZero();
    var waits = new ArrayList<Duration>();
    var mails = new ArrayList<UUID>();
    for (int i = 0; i < 50; i++) {
      mails.add(UUID.randomUUID());
      waits.add(turns.take(mails.getLast(), "ada@EXAMPLE.com"));
    }

    assertThat(waits).isSorted().doesNotHaveDuplicates().doesNotContain(Duration.ZERO);
    assertThat(waits.getLast()).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(50));
    assertThat(mails).allSatisfy(mail -> assertThat(turns.take(mail, "ada@example.com")).isZero());
  }

  @Test
  void nobodyIsPromisedATurnFarAhead() {
    for (int i = 0; i < 1_000; i++) {
      turns.take(UUID.randomUUID(), "ada@example.com");
    }
    var late = UUID.randomUUID();

    assertThat(turns.take(late, "ada@example.com")).isEqualTo(Turns.HORIZON);
    assertThat(turns.take(late, "ada@example.com")).isEqualTo(Turns.HORIZON);
  }

  @Test
  void domainsDoNotWaitForEachOther() {
    for (int i = 0; i < 100; i++) {
      turns.take(UUID.randomUUID(), "ada@example.com");
    }

    assertThat(turns.take(UUID.randomUUID(), "bob@example.org")).isZero();
  }
}
