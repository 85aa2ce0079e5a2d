package org.supportcenter.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Two mailers of a deployment, processes of their own, and the mail server they send to. */
final class Mailers implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 120_000;

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final List<RunningProcess> mailers = new ArrayList<>();

  /** Starts them; both are at work when this returns. */
  Mailers(Deployment deployment) throws Exception {
    server.start();
    var url = "smtp://127.0.0.1:%d?starttls=never".formatted(server.getSmtp().getPort());
    for (int i = 0; i < 2; i++) {
      mailers.add(
          deployment.begin(
              "mailer", Map.of("SMTP_URL", url, "SUPPORT_CENTER_MAILER_OPS_PORT", "0")));
    }
    for (var mailer : mailers) {
      while (!mailer.errors().contains("The mailer works")) {
        assertThat(mailer.isAlive()).as(mailer::errors).isTrue();
        Thread.onSpinWait();
      }
    }
  }

  /** Waits until so many mails have arrived. */
  void await(int mails) {
    assertThat(server.waitForIncomingEmail(PATIENCE_MILLIS, mails))
        .as(() -> "%d mails, not %s".formatted(mails, arrived()))
        .isTrue();
  }

  /** Lets them end what they are at. */
  void stop() throws Exception {
    for (var mailer : mailers) {
      mailer.close();
    }
    mailers.clear();
  }

  /** What has arrived: the first word of each subject, and to whom, sorted. */
  List<String> arrived() {
    var arrived = new ArrayList<String>();
    try {
      for (var mail : server.getReceivedMessages()) {
        var to = mail.getRecipients(RecipientType.TO)[0];
        arrived.add("%s %s".formatted(mail.getSubject().split(":")[0], to));
      }
    } catch (MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
    return arrived.stream().sorted().toList();
  }

  @Override
  public void close() throws Exception {
    stop();
    server.stop();
  }
}
