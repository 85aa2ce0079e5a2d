package org.supportcenter.mailer.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.supportcenter.mailer.mail.WaitingRoom.Due;
import org.supportcenter.mailer.mail.WaitingRoom.Place;

class WaitingRoomTest {

  private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

  private final WaitingRoom room = new WaitingRoom();

  @Test
  void callsUpTheFirstWhoseTurnHasCome() {
    var second = admit(2);
    var first = admit(1);

    assertThat(room.callUp(NOON)).isNull();
    assertThat(called(1)).isEqualTo(first);
    assertThat(room.callUp(NOON.plusSeconds(1))).isNull();
    assertThat(room.contains(first)).isFalse();
    assertThat(room.contains(second)).isTrue();
    assertThat(called(2)).isEqualTo(second);
    assertThat(room.isEmpty()).isTrue();
  }

  @Test
  void remembersThoseOutsideUntilARoundMeetsNobody() {
    room.leaveOutside();
    assertThat(room.isEmpty()).isFalse();

    room.endRound();
    assertThat(room.isEmpty()).as("they may have been met before the round began").isFalse();

    room.setRoundTo(new Place(NOON, UUID.randomUUID()));
    room.endRound();
    assertThat(room.isEmpty()).isTrue();
    assertThat(room.roundTo()).isEqualTo(Place.START);
  }

  private UUID admit(int seconds) {
    var mail = new Due(new Place(NOON, UUID.randomUUID()), "ada@example.com");
    room.admit(mail, NOON.plusSeconds(seconds));
    return mail.id();
  }

  private UUID called(int seconds) {
    return Objects.requireNonNull(room.callUp(NOON.plusSeconds(seconds))).id();
  }
}
