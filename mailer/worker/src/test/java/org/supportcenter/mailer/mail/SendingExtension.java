package org.supportcenter.mailer.mail;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.supportcenter.testkit.PostgresExtension;

/** For each test a tenant of its own, and a mail server that its mailers send to. */
final class SendingExtension implements BeforeEachCallback, AfterEachCallback {

  private static final int PATIENCE_MILLIS = 120_000;

  private final PostgresExtension postgres;
  private @Nullable MailWorld world;
  private @Nullable GreenMail server;

  SendingExtension(PostgresExtension postgres) {
    this.postgres = postgres;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    server = listening(0);
    world = new MailWorld(postgres);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (world != null) {
      world.close();
    }
    if (server != null) {
      server.stop();
    }
  }

  /** One more mail server, which the caller stops. */
  static GreenMail listening(int port) {
    var listening = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    listening.start();
    return listening;
  }

  MailWorld world() {
    return requireNonNull(world);
  }

  /** One more mailer, at work at once. */
  void mailer() {
    world().mailer(server().getSmtp().getPort());
  }

  /** Waits for so many mails and lets what is under way end; more may have come. */
  void awaitMails(int count) {
    awaitMails(server(), count);
  }

  /** The same at another server. */
  void awaitMails(GreenMail other, int count) {
    assertThat(other.waitForIncomingEmail(PATIENCE_MILLIS, count)).as("%d mails", count).isTrue();
    world().stopMailers();
  }

  /** Waits for so many mails while the mailers go on. */
  void awaitArrival(int count) {
    assertThat(server().waitForIncomingEmail(PATIENCE_MILLIS, count)).isTrue();
  }

  /** What has arrived. */
  List<MimeMessage> mails() {
    return List.of(server().getReceivedMessages());
  }

  /** Throws away what has arrived. */
  void forget() throws Exception {
    server().purgeEmailFromAllMailboxes();
  }

  private GreenMail server() {
    return requireNonNull(server);
  }
}
