package org.supportcenter.mailer.kill;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import org.supportcenter.mailer.MailerConfig;
import org.supportcenter.mailer.MailerServer;
import org.supportcenter.mailer.mail.MailSettings;
import org.supportcenter.mailer.smtp.ServerUrl;
import org.supportcenter.mailer.smtp.ServerUrl.Form;
import org.supportcenter.mailer.webhook.AddressPolicy;
import org.supportcenter.runtime.database.DatabaseConfig;

/** A mailer in a process of its own, to be killed. */
final class MailerProcess {

  private MailerProcess() {}

  /** Arguments: the database, role and password, the mail server, mails a second to one domain. */
  public static void main(String[] arguments) throws Exception {
    var database =
        new DatabaseConfig(
            arguments[0],
            arguments[1],
            arguments[2],
            MailerConfig.CONNECTIONS,
            DatabaseConfig.DEFAULT_BORROW_TIMEOUT);
    var mail =
        new MailSettings(
            ServerUrl.parse(arguments[3], Form.SMTP),
            MailSettings.DEFAULT_FROM,
            null,
            "http://127.0.0.1:8080",
            Duration.ofHours(2),
            MailSettings.DEFAULT_GIVE_UP_AFTER,
            MailSettings.DEFAULT_CONNECTIONS,
            Integer.parseInt(arguments[4]),
            null);
    MailerServer.start(
        new MailerConfig(
            new InetSocketAddress("127.0.0.1", 0),
            database,
            mail,
            null,
            AddressPolicy.allowing(""),
            MailerConfig.DEFAULT_DRAIN_TIMEOUT),
        InstantSource.system());
    new CountDownLatch(1).await();
  }
}
