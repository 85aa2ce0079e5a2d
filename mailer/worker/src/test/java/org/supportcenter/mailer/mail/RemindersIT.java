package org.supportcenter.mailer.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportcenter.testkit.PostgresExtension;

/** A reminder that is due in some seconds, and two mailers that wait for it. */
class RemindersIT {

  private static final int IN_TWO_SECONDS = -2;
  private static final int IN_THREE_SECONDS = -3;

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  @RegisterExtension final SendingExtension sending = new SendingExtension(postgres);

  private MailWorld world;

  @BeforeEach
  void enter() {
    world = sending.world();
  }

  @Test
  void itComesOnceAndNotBeforeItsTime() throws Exception {
    var reminder = world.owes("REMINDER", "CUSTOMER", IN_TWO_SECONDS);
    var later = world.owes("CHANGE", "TECHNICIAN", IN_THREE_SECONDS);

    deliver(2);

    assertThat(sending.mails())
        .extracting(mail -> mail.getMessageID())
        .containsExactlyInAnyOrder(
            "<%s@localhost>".formatted(reminder), "<%s@localhost>".formatted(later));
    assertThat(world.query("SELECT bool_and(end_time >= due_time) FROM notification"))
        .isEqualTo(List.of("t"));
  }

  /** The engine voids the row, too; here the mailers had leased it before they could see that. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "start_time = start_time + interval '1 h', end_time = end_time + interval '1 h',"
            + " occupied_start = occupied_start + interval '1 h',"
            + " occupied_end = occupied_end + interval '1 h'",
        "status = 'CANCELLED', holds = false",
      })
  void noneComesOnceItsVisitIsMovedOrCalledOff(String change) throws Exception {
    var reminder = world.owes("REMINDER", "CUSTOMER", IN_TWO_SECONDS);
    sending.mailer();
    world.execute("UPDATE appointment SET version = 2, " + change);
    world.owes("CHANGE", "TECHNICIAN", IN_THREE_SECONDS);
    world.execute("UPDATE notification SET appointment_version = 2 WHERE kind = 'CHANGE'");

    deliver(1);

    assertThat(sending.mails()).hasSize(1);
    assertThat(world.status(reminder)).isEqualTo("VOID");
  }

  private void deliver(int count) {
    sending.mailer();
    sending.mailer();
    sending.awaitMails(count);
  }
}
