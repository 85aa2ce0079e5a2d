package org.supportcenter.mailer.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.mailer.testing.Waiting;
import org.supportcenter.testkit.PostgresExtension;

class LeasingIT {

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private MailWorld world;

  @BeforeEach
  void enter() {
    world = new MailWorld(postgres);
  }

  @AfterEach
  void leave() {
    world.close();
  }

  @Test
  void noMoreIsLeasedThanThereIsRoomForHoweverItIsJoined() throws Exception {
    owe(40);

    assertThat(world.leasedByNestedLoops(3)).isEqualTo(3);
    assertThat(world.query("SELECT count(*) FROM notification WHERE lease IS NOT NULL"))
        .containsExactly("3");
  }

  @Test
  void aCrowdForOneDomainIsNotTouchedAndHoldsUpNobodyBehindIt() throws Exception {
    owe(100);
    var behind = owedElsewhere(1);

    var leased = world.lease(MailWorld.leasing(2), 4);

    assertThat(leased).hasSize(3).contains(behind);
    assertThat(world.query("SELECT count(*) FROM notification WHERE not_before IS NULL"))
        .containsExactly("98");
  }

  @Test
  void whoWaitsIsLeasedOnceWhenTheTurnComes() throws Exception {
    var owed = owe(25);
    var leasing = MailWorld.leasing(10);
    var leased = new ArrayList<>(world.lease(leasing, 100));
    assertThat(leased).hasSizeBetween(10, 20);

    Waiting.until(
        PATIENCE,
        () -> {
          leased.addAll(world.lease(leasing, 100));
          return leased.size() >= owed.size();
        });

    assertThat(leased).containsExactlyInAnyOrderElementsOf(owed);
    assertThat(world.lease(leasing, 100)).isEmpty();
  }

  @Test
  void whoIsCalledOffWhileWaitingIsNotLeased() throws Exception {
    var owed = owe(10);
    var leasing = MailWorld.leasing(1);
    assertThat(world.lease(leasing, 10)).startsWith(owed.getFirst());

    world.execute("UPDATE notification SET status = 'VOID' WHERE id <> ?", owed.getLast());
    var leased = new ArrayList<UUID>();
    Waiting.until(
        PATIENCE,
        () -> {
          leased.addAll(world.lease(leasing, 10));
          return !leased.isEmpty();
        });

    assertThat(leased).containsExactly(owed.getLast());
  }

  @Test
  void whatWasWrittenDownLateIsFoundAmongWhatWasLookedAt() throws Exception {
    owe(10);
    var leasing = MailWorld.leasing(1);
    world.lease(leasing, 10);

    var late = owedElsewhere(600);

    assertThat(world.lease(leasing, 10)).contains(late);
  }

  @Test
  void mailsOfOneMomentAreAllLookedAt() throws Exception {
    owe(200);
    var behind = owedElsewhere(1);
    world.execute("UPDATE notification SET due_time = now() - interval '1 min'");

    assertThat(world.lease(MailWorld.leasing(1), 4)).hasSize(2).contains(behind);
  }

  @Test
  void whereTheLastLookEndedIsFoundInTheIndex() {
    world.owesSince(5_000);

    assertThat(world.planOfDue())
        .containsPattern("Index Cond: .*ROW\\(next_time, id\\) > ")
        .doesNotContain("Sort");
  }

  @Test
  void mailersShareWhatIsDue() throws Exception {
    var owed = owe(30);
    var mailers = List.of(MailWorld.leasing(10), MailWorld.leasing(10));
    var leased = new ArrayList<UUID>();

    Waiting.until(
        PATIENCE,
        () -> {
          mailers.forEach(mailer -> leased.addAll(world.lease(mailer, 8)));
          return leased.size() >= owed.size();
        });

    assertThat(new HashSet<>(leased)).containsExactlyInAnyOrderElementsOf(owed);
    assertThat(leased).hasSameSizeAs(owed);
  }

  /** Mails for one address, the oldest first. */
  private List<UUID> owe(int count) {
    var owed = new ArrayList<UUID>();
    for (int i = 0; i < count; i++) {
      owed.add(world.owes("CHANGE", "CUSTOMER", 600 - i));
    }
    return owed;
  }

  /** A mail for an address of another domain, due for so many seconds. */
  private UUID owedElsewhere(int sinceSeconds) {
    world.execute("UPDATE technician SET email = 'tom@elsewhere.example'");
    return world.owes("CONFIRMATION", "TECHNICIAN", sinceSeconds);
  }
}
