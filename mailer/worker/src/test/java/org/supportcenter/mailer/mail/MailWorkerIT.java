package org.supportcenter.mailer.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.mailer.testing.Waiting;
import org.supportcenter.testkit.LastingPort;
import org.supportcenter.testkit.PostgresExtension;

class MailWorkerIT {

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  @RegisterExtension final SendingExtension sending = new SendingExtension(postgres);

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int PAST_GIVING_UP =
      (int) Duration.ofHours(MailSettings.DEFAULT_GIVE_UP_HOURS + 1).toSeconds();

  private MailWorld world;

  @BeforeEach
  void enter() {
    world = sending.world();
  }

  @Test
  void twoMailersSendEveryMailOnce() throws Exception {
    var expected = new ArrayList<String>();
    for (int i = 0; i < 60; i++) {
      expected.add("<%s@localhost>".formatted(world.owes("CONFIRMATION", "CUSTOMER")));
    }

    sending.mailer();
    sending.mailer();
    sending.awaitMails(expected.size());

    assertThat(sending.mails())
        .extracting(MimeMessage::getMessageID)
        .containsExactlyInAnyOrderElementsOf(expected);
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
        sending.mailer();
        sending.awaitArrival(1);
        lock.execute("SELECT pg_sleep(6)");
      }
      blocker.rollback();
    }
    world.stopMailers();

    assertThat(world.status(mail)).isEqualTo("SENT");
    assertThat(sending.mails()).hasSize(1);
  }

  @Test
  void remindersOfMonthsToComeAreNotReadToFindWhatIsDue() {
    world.owesLater(5_000);

    assertThat(world.planOfDue())
        .containsPattern("Index Cond: .*next_time <= .*")
        .doesNotContain("Seq Scan");
  }

  @Test
  void whoHasDueMailIsFoundHoweverMuchItIs() {
    world.owesLater(10);
    var later = world.tenantsWithDueMail();
    world.execute("DELETE FROM notification");
    world.owesSince(10);
    var few = world.tenantsWithDueMail();
    world.execute("DELETE FROM notification");
    world.owesSince(5_000);
    var many = world.tenantsWithDueMail();
    var read =
        Pattern.compile("actual rows=(\\d+)")
            .matcher(world.planOfTenants())
            .results()
            .mapToInt(node -> Integer.parseInt(node.group(1)))
            .toArray();
    world.execute("DELETE FROM notification");

    assertThat(later).isEmpty();
    assertThat(few).containsExactly(world.tenant);
    assertThat(many).containsExactly(world.tenant);
    assertThat(read).hasSizeGreaterThan(3);
    assertThat(Arrays.stream(read).max().orElseThrow()).isLessThan(5);
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

    sending.mailer();
    sending.awaitMails(1);

    assertThat(sending.mails()).hasSize(1);
    assertThat(world.status(superseded)).isEqualTo("VOID");
    assertThat(world.status(unwanted)).isEqualTo("SKIPPED");
    assertThat(world.status(nowhere)).isEqualTo("FAILED");
  }

  @Test
  void aReminderThatIsTooLateIsSkippedAndALateOneIsSent() throws Exception {
    var late = world.owes("REMINDER", "CUSTOMER", 7_000);
    var tooLate = world.owes("REMINDER", "CUSTOMER", 7_300);

    sending.mailer();
    sending.awaitMails(1);

    assertThat(world.status(late)).isEqualTo("SENT");
    assertThat(world.status(tooLate)).isEqualTo("SKIPPED");
    assertThat(sending.mails().getFirst().getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
  }

  @Test
  void newsOfAVisitThatIsOverIsNotSentButThatItWasCancelledIs() throws Exception {
    var confirmation = world.owes("CONFIRMATION", "CUSTOMER");
    var change = world.owes("CHANGE", "TECHNICIAN");
    world.execute(
        """
        UPDATE appointment SET start_time = start_time - interval '5 h',
          end_time = end_time - interval '5 h', occupied_start = occupied_start - interval '5 h',
          occupied_end = occupied_end - interval '5 h'
        """);
    var cancellation = world.owes("CANCELLATION", "CUSTOMER");

    sending.mailer();
    sending.awaitMails(1);

    assertThat(world.status(cancellation)).isEqualTo("SENT");
    assertThat(world.status(confirmation)).isEqualTo("SKIPPED");
    assertThat(world.status(change)).isEqualTo("SKIPPED");
  }

  @Test
  void whileTheServerIsAwayMailsWaitAndThoseThatGotTooOldAreGivenUp() throws Exception {
    var waits = world.owes("CONFIRMATION", "CUSTOMER");
    var old = world.owes("CONFIRMATION", "CUSTOMER", PAST_GIVING_UP);
    var reminder = world.owes("REMINDER", "CUSTOMER", PAST_GIVING_UP);

    world.mailer(LastingPort.find());
    Waiting.until(
        PATIENCE,
        () -> world.status(old).equals("FAILED") && world.status(reminder).equals("FAILED"));
    world.stopMailers();

    assertThat(world.status(waits)).isEqualTo("PENDING");
    assertThat(world.query("SELECT reason FROM notification WHERE status = 'FAILED'"))
        .hasSize(2)
        .allSatisfy(
            reason ->
                assertThat(reason)
                    .startsWith("Given up. The mail server 127.0.0.1:")
                    .contains("cannot be reached"));
    assertThat(world.query("SELECT number::text FROM notification_attempt")).isEmpty();
    world.execute("DELETE FROM notification");
  }

  @Test
  void aServerThatComesBackGetsWhatWaited() throws Exception {
    var free = LastingPort.find();
    var waits = world.owes("CONFIRMATION", "CUSTOMER");
    world.mailer(free);

    var returning = SendingExtension.listening(free);
    try {
      sending.awaitMails(returning, 1);
    } finally {
      returning.stop();
    }

    assertThat(world.status(waits)).isEqualTo("SENT");
  }
}
