package org.supportcenter.mailer.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.compose.ShippedTemplates;
import org.supportcenter.mailer.smtp.ServerUrl;
import org.supportcenter.mailer.smtp.SmtpServer;
import org.supportcenter.testkit.PostgresExtension;

class OwnerNoticesIT {

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

  private OwnerNotices notices(SmtpServer server) {
    return new OwnerNotices(
        world.database, server, "support@example.com", ShippedTemplates.load(null), world.clock);
  }

  private ServerUrl address() {
    return ServerUrl.parse(
        "smtp://127.0.0.1:%d".formatted(mail.getSmtp().getPort()), ServerUrl.Form.SMTP);
  }
}
