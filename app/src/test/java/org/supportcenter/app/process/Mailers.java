package org.supportcenter.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Two mailers of a deployment, processes of their own, and the mail server they send to. */
final class Mailers implements AutoCloseable {

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final List<RunningProcess> mailers = new ArrayList<>();

  /** Starts them; both are at work when this returns. */
  Mailers(Deployment deployment) throws Exception {
    server.start();
    try {
      begin(deployment);
    } catch (Exception | Error failure) {
      close();
      throw failure;
    }
  }

  private void begin(Deployment deployment) throws Exception {
    var url = "smtp://127.0.0.1:%d?starttls=never".formatted(server.getSmtp().getPort());
    var own = Map.of("SMTP_URL", url, "SUPPORT_CENTER_MAILER_OPS_PORT", "0");
    for (int i = 0; i < 2; i++) {
      mailers.add(deployment.begin("mailer", own));
    }
    for (var mailer : mailers) {
      while (!mailer.errors().contains("The mailer works")) {
        assertThat(mailer.isAlive()).as(mailer::errors).isTrue();
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  /** Lets them end what they are at. */
  void stop() throws Exception {
    for (var mailer : mailers) {
      mailer.close();
    }
    mailers.clear();
  }

  /** The ids of the mails that have arrived. */
  List<String> messageIds() throws MessagingException {
    var ids = new ArrayList<String>();
    for (var mail : server.getReceivedMessages()) {
      ids.add(mail.getMessageID());
    }
    return ids;
  }

  /** To whom reminders have arrived. */
  List<String> reminded() throws MessagingException {
    var reminded = new ArrayList<String>();
    for (var mail : server.getReceivedMessages()) {
      if (mail.getSubject().startsWith("Reminder")) {
        reminded.add(((InternetAddress) mail.getAllRecipients()[0]).getAddress());
      }
    }
    return reminded;
  }

  @Override
  public void close() throws Exception {
    stop();
    server.stop();
  }
}
