package org.supportcenter.mailer.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.compose.ShippedTemplates;
import org.supportcenter.mailer.mail.MailSettings;
import org.supportcenter.mailer.smtp.ServerUrl;
import org.supportcenter.mailer.smtp.SmtpResponder;
import org.supportcenter.mailer.smtp.SmtpServer;
import org.supportcenter.testkit.LastingPort;
import org.supportcenter.testkit.PostgresExtension;

class OwnerNoticesIT {

  private static final Duration GIVE_UP_AFTER = Duration.ofHours(5);

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final Receiver receiver = new Receiver();
  private World world;

  @BeforeEach
  void open() {
    mail.start();
    world = new World(postgres);
  }

  @AfterEach
  void close() {
    world.close();
    receiver.close();
    mail.stop();
  }

  @Test
  void whoIsInChargeIsToldOnceThatAnEndpointHasStopped() throws Exception {
    var endpoint = world.endpoint(receiver.url());
    world.execute("UPDATE webhook_endpoint SET owner_email = 'owner@example.org'");
    receiver.answers(Receiver.Answer.of(410));
    world.happens(UUID.randomUUID(), 1, "appointment.created");

    try (var server = new SmtpServer(address())) {
      var notices = notices(server);
      notices.send();
      assertThat(mail.getReceivedMessages()).isEmpty();
      world.work();
      notices.send();
      notices.send();
    }

    assertThat(mail.getReceivedMessages()).hasSize(1);
    var told = mail.getReceivedMessages()[0];
    assertThat(told.getAllRecipients()[0]).hasToString("owner@example.org");
    assertThat(told.getSubject()).isEqualTo("The webhook \"An endpoint\" has stopped");
    assertThat(told.getContent().toString())
        .contains("The receiver answered 410 Gone.", endpoint + ":enable", " 127.0.0.1 ")
        .doesNotContain("/hooks");
    assertThat(world.endpointSays(endpoint, "notice_due_time")).isEqualTo("null");
  }

  @Test
  void theyAreToldInTheirLanguage() throws Exception {
    world.endpoint(receiver.url());
    world.execute(
        "UPDATE webhook_endpoint SET owner_email = 'owner@example.org', owner_language = 'de-AT',"
            + " state = 'PAUSED', state_reason = 'It has taken nothing.', notice_due_time = ?",
        world.clock.instant());

    try (var server = new SmtpServer(address())) {
      notices(server).send();
    }

    var told = mail.getReceivedMessages()[0];
    assertThat(told.getSubject()).isEqualTo("Der Webhook „An endpoint“ ist angehalten");
    assertThat(told.getContent().toString())
        .contains("seit Tagen nichts angenommen", "It has taken nothing.", ":enable")
        .doesNotContain("410 Gone", "{{");
  }

  @Test
  void whatCannotBeDeliveredReturnsWhereOtherMailsReturn() throws Exception {
    try (var responder = new SmtpResponder();
        var server = new SmtpServer(address(responder.port()))) {
      var endpoint = stops();

      notices(server).send();

      assertThat(responder.envelopeSenders()).containsExactly("bounces@example.com");
      assertThat(responder.mails())
          .singleElement(InstanceOfAssertFactories.STRING)
          .contains("From: support@example.com");
      assertThat(owed(endpoint)).isFalse();
    }
  }

  @Test
  void whoCannotBeToldIsTriedForAsLongAsAnyMailAndNoLonger() throws Exception {
    try (var responder = new SmtpResponder();
        var server = new SmtpServer(address(responder.port()))) {
      var later = "450 4.2.0 mailbox busy";
      responder.answer("RCPT", later).answer("RCPT", later).answer("RCPT", later);
      var endpoint = stops();
      var notices = notices(server);

      notices.send();
      assertThat(owed(endpoint)).isTrue();
      world.clock.advance(GIVE_UP_AFTER);
      notices.send();
      assertThat(owed(endpoint)).isTrue();
      world.clock.advance(Duration.ofMinutes(6));
      notices.send();

      assertThat(owed(endpoint)).isFalse();
      assertThat(responder.envelopeSenders()).hasSize(3);
      assertThat(responder.mails()).isEmpty();
    }
  }

  @Test
  void aServerThatIsAwayForTooLongIsNoReasonToGoOn() {
    try (var server = new SmtpServer(address(LastingPort.find()))) {
      var endpoint = stops();
      world.clock.advance(GIVE_UP_AFTER.plusSeconds(1));

      notices(server).send();

      assertThat(owed(endpoint)).isFalse();
    }
  }

  /** An endpoint that has just stopped, whose owner is to be told. */
  private UUID stops() {
    var endpoint = world.endpoint(receiver.url());
    world.execute("UPDATE webhook_endpoint SET owner_email = 'owner@example.org'");
    receiver.answers(Receiver.Answer.of(410));
    world.happens(UUID.randomUUID(), 1, "appointment.created");
    world.work();
    return endpoint;
  }

  private boolean owed(UUID endpoint) {
    return !world.endpointSays(endpoint, "notice_due_time").equals("null");
  }

  private OwnerNotices notices(SmtpServer server) {
    var settings =
        new MailSettings(
            address(),
            "support@example.com",
            "bounces@example.com",
            "http://127.0.0.1:8080",
            Duration.ofHours(2),
            GIVE_UP_AFTER,
            1,
            1,
            null);
    return new OwnerNotices(
        world.database, server, settings, ShippedTemplates.load(null), world.clock);
  }

  private ServerUrl address() {
    return address(mail.getSmtp().getPort());
  }

  private static ServerUrl address(int port) {
    return ServerUrl.parse("smtp://127.0.0.1:%d".formatted(port), ServerUrl.Form.SMTP);
  }
}
