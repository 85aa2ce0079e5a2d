package org.supportcenter.mailer.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OneByOneTest {

  private final AtomicLong nanos = new AtomicLong();
  private final OneByOne work = new OneByOne(nanos::get, nanos::addAndGet, Duration.ofHours(1));

  @Test
  void aPieceBeginsWhenTheOneBeforeHasEnded() throws Exception {
    var order = new CopyOnWriteArrayList<String>();
    var first = work.begin();
    var second =
        Thread.ofPlatform()
            .start(
                () -> {
                  try (var _ = work.begin()) {
                    order.add("second began");
                  }
                });
    while (second.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    order.add("first ended");
    first.close();
    second.join();
    assertThat(order).containsExactly("first ended", "second began");
  }

  @Test
  void slowPiecesDoNotWaitForEachOther() {
    for (int i = 0; i < 16; i++) {
      takes(Duration.ofMillis(101));
    }
    slowPiecesRunTogether();
  }

  private void slowPiecesRunTogether() {
    var together = List.of(work.begin(), work.begin(), work.begin());
    together.forEach(OneByOne.Piece::close);
  }

  @Test
  void afterAQuickPieceOthersGetAsMuchTimeAsItTook() {
    takes(Duration.ofMillis(7));
    takes(Duration.ofMillis(5));

    assertThat(nanos).hasValue(Duration.ofMillis(7 + 7 + 5).toNanos());
    nanos.addAndGet(Duration.ofMillis(4).toNanos());
    takes(Duration.ofMillis(5));
    assertThat(nanos).hasValue(Duration.ofMillis(7 + 7 + 5 + 5 + 5).toNanos());
  }

  @Test
  void afterASlowPieceNobodyRests() {
    takes(Duration.ofMillis(101));
    takes(Duration.ofMillis(101));

    assertThat(nanos).hasValue(Duration.ofMillis(202).toNanos());
  }

  @Test
  void whatTurnsOutToBeNoWorkDoesNotMakeSlowPiecesWaitAgain() {
    for (int i = 0; i < 16; i++) {
      takes(Duration.ofMillis(101));
    }
    work.begin().close();
    slowPiecesRunTogether();
  }

  @Test
  void onePieceThatIsQuickAgainMakesTheNextWait() throws Exception {
    for (int i = 0; i < 16; i++) {
      takes(Duration.ofMillis(101));
    }
    takes(Duration.ofMillis(100));
    aPieceBeginsWhenTheOneBeforeHasEnded();
  }

  @Test
  void aPieceThatNeverEndsKeepsTheOthersNoLongerThanTheirPatience() {
    var impatient = new OneByOne(nanos::get, nanos::addAndGet, Duration.ofMillis(10));
    impatient.begin();
    impatient.begin().close();
    impatient.begin().close();
  }

  @Test
  void patienceIsWithThePieceUnderWayAndNotWithAllThatAreAhead() throws Exception {
    var patience = Duration.ofSeconds(1);
    var queue = new OneByOne(nanos::get, nanos::addAndGet, patience);
    var order = new CopyOnWriteArrayList<String>();
    var first = queue.begin();
    var waiting =
        List.of("second", "third").stream()
            .map(name -> Thread.ofPlatform().start(() -> goes(queue, patience, name, order)))
            .toList();
    LockSupport.parkNanos(patience.toNanos() * 6 / 10);
    first.close();
    for (var thread : waiting) {
      thread.join();
    }

    assertThat(order)
        .containsExactly(order.getFirst(), order.getFirst(), order.get(2), order.get(2));
  }

  private static void goes(OneByOne queue, Duration patience, String name, List<String> order) {
    try (var _ = queue.begin()) {
      order.add(name);
      LockSupport.parkNanos(patience.toNanos() * 8 / 10);
      order.add(name);
    }
  }

  private void takes(Duration duration) {
    try (var piece = work.begin()) {
      nanos.addAndGet(duration.toNanos());
      piece.done();
    }
  }
}
