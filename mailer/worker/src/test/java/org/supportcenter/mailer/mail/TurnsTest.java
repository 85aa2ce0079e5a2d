package org.supportcenter.mailer.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final UUID TENANT = UUID.randomUUID();
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Few, so that a slow machine is still quicker. */
  private final Turns turns = new Turns(1);

  @Test
  void whoHasToWaitIsGivenOneTurnEachAndNotASecondOne() {
    assertThat(turns.take(TENANT, UUID.randomUUID(), "ada@example.com")).isZero();
    var waits = new ArrayList<Duration>();
    for (var mail : mails(50)) {
      waits.add(turns.take(TENANT, mail, "ada@EXAMPLE.com"));
    }

    assertThat(waits).isSorted().doesNotHaveDuplicates().doesNotContain(Duration.ZERO);
    assertThat(waits.getLast()).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(50));
  }

  @Test
  void whoComesBackHasTheTurnAtLast() {
    var mails = mails(3);
    for (var mail : mails) {
      turns.take(TENANT, mail, "ada@example.com");
    }

    var next =
        Stream.generate(() -> turns.take(TENANT, mails.get(1), "ada@example.com"))
            .limit(2)
            .toList();
    assertThat(next).as("first for its tenant, then for all").contains(Duration.ZERO);
  }

  @Test
  void nobodyIsPromisedATurnFarAhead() {
    mails(1_000).forEach(mail -> turns.take(TENANT, mail, "ada@example.com"));
    var late = UUID.randomUUID();

    assertThat(turns.take(TENANT, late, "ada@example.com")).isEqualTo(Turns.HORIZON);
    assertThat(turns.take(TENANT, late, "ada@example.com")).isEqualTo(Turns.HORIZON);
  }

  @Test
  void aTurnGivenBackIsForWhoeverQueuesNext() {
    mails(20).forEach(mail -> turns.take(TENANT, mail, "ada@example.com"));
    for (int i = 0; i < 10; i++) {
      turns.giveBack(TENANT, "bob@Example.com");
    }

    assertThat(turns.take(TENANT, UUID.randomUUID(), "ada@example.com"))
        .isLessThanOrEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void domainsDoNotWaitForEachOther() {
    mails(100).forEach(mail -> turns.take(TENANT, mail, "ada@example.com"));

    assertThat(turns.take(TENANT, UUID.randomUUID(), "bob@example.org")).isZero();
  }

  @Test
  void aTenantWithOneMailDoesNotWaitForTheManyOfAnother() {
    mails(1_000).forEach(mail -> turns.take(TENANT, mail, "ada@example.com"));

    assertThat(turns.take(UUID.randomUUID(), UUID.randomUUID(), "bob@example.com"))
        .isLessThanOrEqualTo(SECOND);
  }

  @Test
  void tenantsTogetherSendNoMoreThanOneMayAlone() {
    var waits =
        Stream.generate(UUID::randomUUID)
            .limit(50)
            .map(tenant -> turns.take(tenant, UUID.randomUUID(), "ada@example.com"))
            .toList();

    assertThat(waits.getLast()).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(50));
  }

  private static List<UUID> mails(int count) {
    return Stream.generate(UUID::randomUUID).limit(count).toList();
  }
}
