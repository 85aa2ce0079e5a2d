package org.supportcenter.mailer.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;

/** A mail server in a process of its own, to be killed: it notes each mail before it answers. */
final class MailServerProcess {

  private MailServerProcess() {}

  /** Arguments: the port, and the file of Message-IDs. */
  public static void main(String[] arguments) throws Exception {
    var file = Path.of(arguments[1]);
    var server =
        new GreenMail(
            new ServerSetup(
                Integer.parseInt(arguments[0]), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    var users = server.getUserManager();
    var everybody = users.createUser("all@example.org", "all", "all");
    users.setMessageDeliveryHandler(
        (mail, _) -> {
          note(file, mail.getMessage().getMessageID());
          return everybody;
        });
    server.start();
    new CountDownLatch(1).await();
  }

  /** What is written is the operating system's, and safe from the death of this process. */
  private static void note(Path file, String id) {
    try {
      Files.writeString(
          file, id + "\n", UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
