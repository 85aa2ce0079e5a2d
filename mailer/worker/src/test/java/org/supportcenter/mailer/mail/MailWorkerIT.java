package org.supportcenter.mailer.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.testkit.PostgresExtension;

class MailWorkerIT {

  private static final int PATIENCE_MILLIS = 120_000;

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
  void twoMailersSendEveryMailOnce() throws Exception {
    var expected = new ArrayList<String>();
    for (int i = 0; i < 60; i++) {
      expected.add("<%s@localhost>".formatted(world.owes("CONFIRMATION", "CUSTOMER")));
    }

    world.mailer(port());
    world.mailer(port());
    server.waitForIncomingEmail(PATIENCE_MILLIS, expected.size());
    world.stopMailers();

    assertThat(messageIds()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(world.statuses()).containsOnly("SENT");
    assertThat(world.sentTimeOf("confirmation_sent_time")).isNotNull();
  }

  @Test
  void aResultThatHasToWaitLongForALockIsWrittenDownAndTheMailNotSentAgain() throws Exception {
    var mail = world.owes("CONFIRMATION", "CUSTOMER");
    try (var blocker = postgres.owner().getConnection()) {
      blocker.setAutoCommit(false);
      try (var lock = blocker.createStatement()) {
        lock.execute("SELECT set_config('app.tenant', '%s', true)".formatted(world.tenant));
        lock.execute("SELECT id FROM appointment FOR UPDATE");
        world.mailer(port());
        server.waitForIncomingEmail(PATIENCE_MILLIS, 1);
        lock.execute("SELECT pg_sleep(6)");
      }
      blocker.rollback();
    }
    world.stopMailers();

    assertThat(world.status(mail)).isEqualTo("SENT");
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void noMoreIsLeasedThanThereIsRoomForHoweverItIsJoined() {
    for (int i = 0; i < 40; i++) {
      world.owes("CONFIRMATION", "CUSTOMER");
    }

    var leased = world.leasedByNestedLoops(3);
    world.execute("DELETE FROM notification");

    assertThat(leased).isEqualTo(3);
  }

  @Test
  void remindersOfMonthsToComeAreNotReadToFindWhatIsDue() {
    world.owesLater(5_000);

    assertThat(world.planOfDue())
        .containsPattern("Index Cond: \\(+next_time <= .*")
        .doesNotContain("Seq Scan");
  }

  @Test
  void whatDoesNotHoldAtTheMomentOfSendingIsNotSent() throws Exception {
    var superseded = world.owes("CONFIRMATION", "CUSTOMER");
    world.execute("UPDATE notification SET appointment_version = 0 WHERE id = ?", superseded);
    var unwanted = world.owes("REMINDER", "CUSTOMER");
    world.execute("UPDATE customer SET reminders_opt_out = true WHERE id = ?", world.customer);
    var nowhere = world.owes("CONFIRMATION", "TECHNICIAN");
    world.execute("UPDATE technician SET email = 'not an address' WHERE id = ?", world.technician);
    world.owes("CHANGE", "CUSTOMER");

    world.mailer(port());
    server.waitForIncomingEmail(PATIENCE_MILLIS, 1);
    world.stopMailers();

    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(world.status(superseded)).isEqualTo("VOID");
    assertThat(world.status(unwanted)).isEqualTo("SKIPPED");
    assertThat(world.status(nowhere)).isEqualTo("FAILED");
  }

  @Test
  void aReminderThatIsTooLateIsSkippedAndALateOneIsSent() throws Exception {
    var late = world.owes("REMINDER", "CUSTOMER", 7_000);
    var tooLate = world.owes("REMINDER", "CUSTOMER", 7_300);

    world.mailer(port());
    server.waitForIncomingEmail(PATIENCE_MILLIS, 1);
    world.stopMailers();

    assertThat(world.status(late)).isEqualTo("SENT");
    assertThat(world.status(tooLate)).isEqualTo("SKIPPED");
    assertThat(server.getReceivedMessages()[0].getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
  }

  @Test
  void aServerThatComesBackGetsWhatWaited() throws Exception {
    var free = freePort();
    var waits = world.owes("CONFIRMATION", "CUSTOMER");
    world.mailer(free);

    var returning = new GreenMail(new ServerSetup(free, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    returning.start();
    try {
      returning.waitForIncomingEmail(PATIENCE_MILLIS, 1);
      world.stopMailers();
    } finally {
      returning.stop();
    }

    assertThat(world.status(waits)).isEqualTo("SENT");
  }

  private int port() {
    return server.getSmtp().getPort();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private List<String> messageIds() throws Exception {
    var ids = new ArrayList<String>();
    for (MimeMessage message : server.getReceivedMessages()) {
      ids.add(message.getMessageID());
    }
    return ids;
  }
}
