package org.supportcenter.mailer.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.mailer.testing.Waiting;
import org.supportcenter.mailer.work.Unforeseen;
import org.supportcenter.testkit.PostgresExtension;

/**
 * Here it is that somebody took a right from the mailer's role, which no mail can be made without.
 */
class UnforeseenFailuresIT {

  private static final String REASON =
      "It failed in a way that nobody foresaw: DataAccessException, caused by PSQLException 42501"
          + " \\(\\w+\\.java:\\d+\\)\\.";

  private static final int PAST_GIVING_UP =
      (int) Duration.ofHours(MailSettings.DEFAULT_GIVE_UP_HOURS + 1).toSeconds();

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  @RegisterExtension final SendingExtension sending = new SendingExtension(postgres);

  private MailWorld world;

  @BeforeEach
  void take() throws Exception {
    world = sending.world();
    change("REVOKE SELECT ON notification_template FROM %s");
  }

  @AfterEach
  void give() throws Exception {
    change("GRANT SELECT ON notification_template TO %s");
  }

  @Test
  void eachTryIsWrittenDownWithItsReasonAndTheNextComesLater() throws Exception {
    var mail = world.owes("CONFIRMATION", "CUSTOMER");

    sending.mailer();
    Waiting.until(PATIENCE, () -> attempts(mail).size() == 2);

    assertThat(world.status(mail)).isEqualTo("PENDING");
    assertThat(attempts(mail).getFirst()).matches("1 UNREACHABLE " + REASON);
    assertThat(world.query("SELECT reason FROM notification").getFirst()).matches(REASON);
    assertThat(world.query("SELECT not_before > now() + interval '1 s' FROM notification"))
        .as("half of the eight seconds after the second try")
        .containsExactly("t");

    give();
    sending.awaitMails(1);

    assertThat(world.status(mail)).isEqualTo("SENT");
    assertThat(attempts(mail).getLast()).startsWith("3 ACCEPTED");
  }

  @Test
  void aMailOfAnyKindEndsAsFailedOnceItIsTooOld() throws Exception {
    var change = world.owes("CHANGE", "CUSTOMER", PAST_GIVING_UP);
    world.execute(
        """
        INSERT INTO notification_settings
          (tenant_id, maximum_lateness_seconds, from_address, reply_to, contact, version)
        VALUES (?, ?, '', '', '', 1)
        """,
        world.tenant,
        2 * PAST_GIVING_UP);
    var reminder = world.owes("REMINDER", "CUSTOMER", PAST_GIVING_UP);

    sending.mailer();
    Waiting.until(PATIENCE, () -> !world.statuses().contains("PENDING"));
    world.stopMailers();

    assertThat(world.statuses()).containsExactly("FAILED", "FAILED");
    assertThat(world.query("SELECT reason FROM notification"))
        .allSatisfy(reason -> assertThat(reason).matches("Given up\\. " + REASON));
    assertThat(attempts(change)).hasSize(1);
    assertThat(attempts(reminder)).hasSize(1);
  }

  @Test
  void whatTheMailServerTookAndCannotBeNotedIsNotSentAgain() throws Exception {
    give();
    change("REVOKE INSERT ON notification_attempt FROM %s");
    try {
      var mail = world.owes("CONFIRMATION", "CUSTOMER");

      sending.mailer();
      Waiting.until(PATIENCE, () -> !world.statuses().contains("PENDING"));

      assertThat(world.status(mail)).isEqualTo("FAILED");
      assertThat(world.query("SELECT reason FROM notification").getFirst())
          .matches("The mail server took it, and that could not be noted\\. " + REASON);
      sending.awaitMails(1);
    } finally {
      change("GRANT INSERT ON notification_attempt TO %s");
    }
  }

  @Test
  void theSentenceNamesNothingThatPeopleEntered() {
    var failure =
        new IllegalStateException("Grace", new SQLException("grace@example.org", "23505"));

    assertThat(Unforeseen.sentence(failure))
        .isEqualTo(
            "It failed in a way that nobody foresaw: IllegalStateException, caused by SQLException"
                + " 23505 (UnforeseenFailuresIT.java:%d)."
                    .formatted(failure.getStackTrace()[0].getLineNumber()));
  }

  private static void change(String rights) throws SQLException {
    try (var connection = postgres.owner().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(rights.formatted(postgres.mailerRole()));
    }
  }

  private List<String> attempts(UUID mail) throws SQLException {
    return world.query(
        """
        SELECT number || ' ' || outcome || ' ' || answer FROM notification_attempt
        WHERE notification_id = '%s' ORDER BY number
        """
            .formatted(mail));
  }
}
