package org.supportcenter.mailer.testing;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import org.supportcenter.compose.Occasion;
import org.supportcenter.mailer.MailerConfig;
import org.supportcenter.mailer.MailerServer;
import org.supportcenter.mailer.mail.MailSettings;
import org.supportcenter.mailer.smtp.ServerUrl;
import org.supportcenter.mailer.smtp.ServerUrl.Form;
import org.supportcenter.runtime.database.DatabaseConfig;
import org.supportcenter.runtime.network.AddressPolicy;
import org.supportcenter.testkit.PostgresExtension;

/** A mailer in a process of its own, to be killed. It may post to this machine. */
public final class MailerProcess {

  /** Nobody listens there, which is good enough while nothing is mailed. */
  public static final String NO_MAIL_SERVER = "smtp://127.0.0.1:9?starttls=never";

  private MailerProcess() {}

  /**
   * Starts one.
   *
   * @param mailServer its URL
   * @param perSecond mails to one domain
   * @param log where its output goes, behind what is there
   */
  public static Victim begin(PostgresExtension postgres, String mailServer, int perSecond, File log)
      throws IOException {
    return new Victim(
        log,
        MailerProcess.class,
        postgres.jdbcUrl(),
        postgres.mailerRole(),
        postgres.password(),
        mailServer,
        "" + perSecond);
  }

  /** How it sends mails. */
  public static MailSettings mail(String mailServer, int perSecond) {
    return new MailSettings(
        ServerUrl.parse(mailServer, Form.SMTP),
        Occasion.Sender.DEFAULT_ADDRESS,
        null,
        "http://127.0.0.1:8080",
        Duration.ofHours(2),
        Duration.ofHours(MailSettings.DEFAULT_GIVE_UP_HOURS),
        MailSettings.DEFAULT_CONNECTIONS,
        perSecond,
        null);
  }

  /** Arguments: the database, role and password, the mail server, mails a second to one domain. */
  public static void main(String... arguments) throws InterruptedException {
    var database =
        new DatabaseConfig(
            arguments[0],
            arguments[1],
            arguments[2],
            MailerConfig.CONNECTIONS,
            DatabaseConfig.DEFAULT_BORROW_TIMEOUT);
    var config =
        new MailerConfig(
            new InetSocketAddress("127.0.0.1", 0),
            database,
            mail(arguments[3], Integer.parseInt(arguments[4])),
            null,
            AddressPolicy.allowing("127.0.0.1"),
            MailerConfig.DEFAULT_DRAIN_TIMEOUT);
    try (var _ = MailerServer.start(config, InstantSource.system())) {
      new CountDownLatch(1).await();
    }
  }
}
