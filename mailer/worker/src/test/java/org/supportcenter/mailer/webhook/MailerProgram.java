package org.supportcenter.mailer.webhook;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.supportcenter.mailer.MailerConfig;
import org.supportcenter.mailer.MailerServer;
import org.supportcenter.mailer.mail.MailSettings;
import org.supportcenter.mailer.smtp.ServerUrl;
import org.supportcenter.runtime.database.DatabaseConfig;
import org.supportcenter.testkit.PostgresExtension;

/** A mailer in a process of its own, to be killed. It may post to this machine. */
final class MailerProgram {

  private MailerProgram() {}

  /** Starts a process whose output goes to the file. */
  static Process begin(PostgresExtension postgres, File log) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                MailerProgram.class.getName(),
                postgres.jdbcUrl(),
                postgres.mailerRole(),
                postgres.password()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
        .start();
  }

  /** Settings that need no mail server as long as nothing is mailed. */
  static MailSettings mail() {
    return new MailSettings(
        ServerUrl.parse("smtp://127.0.0.1:9", ServerUrl.Form.SMTP),
        MailSettings.DEFAULT_FROM,
        null,
        "http://127.0.0.1:8080",
        Duration.ofHours(2),
        MailSettings.DEFAULT_GIVE_UP_AFTER,
        MailSettings.DEFAULT_CONNECTIONS,
        MailSettings.DEFAULT_PER_SECOND,
        null);
  }

  /** Delivers until it is killed. The arguments are address, role and password of the database. */
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
            mail(),
            null,
            AddressPolicy.allowing("127.0.0.1"),
            MailerConfig.DEFAULT_DRAIN_TIMEOUT);
    try (var _ = MailerServer.start(config, InstantSource.system())) {
      new CountDownLatch(1).await();
    }
  }
}
