package org.supportcenter.mailer.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.mailer.smtp.SmtpResponder.END_OF_MAIL;
import static org.supportcenter.mailer.smtp.SmtpResponder.RESET;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.mailer.smtp.SmtpResponder;
import org.supportcenter.mailer.testing.Waiting;
import org.supportcenter.testkit.PostgresExtension;

class AnswersIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private MailWorld world;
  private SmtpResponder server;

  @BeforeEach
  void listen() throws Exception {
    server = new SmtpResponder();
    world = new MailWorld(postgres);
  }

  @AfterEach
  void stop() throws Exception {
    world.close();
    server.close();
  }

  @Test
  void aMailThatIsWantedLaterIsTriedAgainAfterAWhileUnderTheSameId() throws Exception {
    server.answer(END_OF_MAIL, "451 4.7.1 greylisted");
    var mail = world.owes("CONFIRMATION", "CUSTOMER");

    deliver(mail);

    assertThat(world.status(mail)).isEqualTo("SENT");
    assertThat(attempts(mail))
        .containsExactly("1 DEFERRED 451 4.7.1 greylisted", "2 ACCEPTED 250 2.0.0 taken");
    assertThat(server.mails())
        .hasSize(2)
        .allSatisfy(content -> assertThat(content).contains("Message-ID: <%s@".formatted(mail)));
    assertThat(waits(mail)).as("half of the four seconds at least").containsExactly("t");
  }

  @Test
  void aMailThatIsRefusedEndsThereWithTheServersReason() throws Exception {
    server.answer("RCPT", "554 5.7.1 no advertising");
    var mail = world.owes("CONFIRMATION", "CUSTOMER");

    deliver(mail);

    assertThat(world.status(mail)).isEqualTo("FAILED");
    assertThat(world.query("SELECT reason FROM notification"))
        .containsExactly("554 5.7.1 no advertising");
    assertThat(attempts(mail)).containsExactly("1 REFUSED 554 5.7.1 no advertising");
    assertThat(world.query("SELECT address FROM suppression")).isEmpty();
  }

  @Test
  void anAddressThatDoesNotExistIsWrittenToOnce() throws Exception {
    server.answer("RCPT", "550 5.1.1 no such user");
    var first = world.owes("CONFIRMATION", "CUSTOMER");
    deliver(first);
    var second = world.owes("CHANGE", "CUSTOMER");

    deliver(second);

    assertThat(world.status(first)).isEqualTo("FAILED");
    assertThat(world.status(second)).isEqualTo("SUPPRESSED");
    assertThat(world.query("SELECT address || ' ' || answer FROM suppression"))
        .containsExactly("customer@example.org 550 5.1.1 no such user");
    assertThat(server.mails()).isEmpty();
  }

  @Test
  void aConnectionThatBreaksIsTriedAgain() throws Exception {
    server.answer("DATA", RESET);
    var mail = world.owes("CONFIRMATION", "CUSTOMER");

    deliver(mail);

    assertThat(world.status(mail)).isEqualTo("SENT");
    assertThat(attempts(mail)).hasSize(2).last().isEqualTo("2 ACCEPTED 250 2.0.0 taken");
    assertThat(attempts(mail).getFirst()).startsWith("1 UNREACHABLE The mail server 127.0.0.1:");
  }

  private void deliver(UUID mail) throws Exception {
    world.mailer(server.port());
    Waiting.until(PATIENCE, () -> !world.status(mail).equals("PENDING"));
    world.stopMailers();
  }

  private List<String> attempts(UUID mail) throws Exception {
    return world.query(
        """
        SELECT number || ' ' || outcome || ' ' || answer FROM notification_attempt
        WHERE notification_id = '%s' ORDER BY number
        """
            .formatted(mail));
  }

  /** Whether each try came two seconds or more after the one before. */
  private List<String> waits(UUID mail) throws Exception {
    return world.query(
        """
        SELECT next.start_time - before.end_time >= interval '2 s'
        FROM notification_attempt before
        JOIN notification_attempt next ON next.notification_id = before.notification_id
          AND next.number = before.number + 1
        WHERE before.notification_id = '%s' ORDER BY before.number
        """
            .formatted(mail));
  }
}
