package org.supportcenter.mailer.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportcenter.testkit.PostgresExtension;

/** A reminder that is due in some seconds, and two mailers that wait for it. */
class RemindersIT {

  private static final int PATIENCE_MILLIS = 120_000;
  private static final int IN_TWO_SECONDS = -2;
  private static final int IN_THREE_SECONDS = -3;

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private MailWorld world;
  private GreenMail server;

  @BeforeEach
  void listen() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    world = new MailWorld(postgres);
  }

  @AfterEach
  void stop() {
    world.close();
    server.stop();
  }

  @Test
  void itComesOnceAndNotBeforeItsTime() throws Exception {
    var reminder = world.owes("REMINDER", "CUSTOMER", IN_TWO_SECONDS);
    var later = world.owes("CHANGE", "TECHNICIAN", IN_THREE_SECONDS);

    deliver(2);

    assertThat(server.getReceivedMessages())
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
    world.mailer(server.getSmtp().getPort());
    world.execute("UPDATE appointment SET version = 2, " + change);
    world.owes("CHANGE", "TECHNICIAN", IN_THREE_SECONDS);
    world.execute("UPDATE notification SET appointment_version = 2 WHERE kind = 'CHANGE'");

    deliver(1);

    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(world.status(reminder)).isEqualTo("VOID");
  }

  private void deliver(int count) {
    world.mailer(server.getSmtp().getPort());
    world.mailer(server.getSmtp().getPort());
    server.waitForIncomingEmail(PATIENCE_MILLIS, count);
    world.stopMailers();
  }
}
