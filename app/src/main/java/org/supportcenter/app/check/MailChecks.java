package org.supportcenter.app.check;

import java.util.ArrayList;
import java.util.List;
import org.supportcenter.app.console.UserError;
import org.supportcenter.app.mail.MailOptions;
import org.supportcenter.mailer.bounce.Bounces;
import org.supportcenter.mailer.smtp.SmtpServer;
import org.supportcenter.mailer.smtp.SmtpServer.UnreachableException;

/** Whether mail can be sent, and whether what comes back is read. */
final class MailChecks {

  private static final String MAIL = "mail";
  private static final String BOUNCES = "bounces";
  private static final String LANGUAGES = "languages";

  private MailChecks() {}

  static List<Finding> of(MailOptions options) {
    var findings = new ArrayList<Finding>();
    try {
      findings.add(server(options));
      findings.add(mailbox(options));
      findings.add(languages(options));
    } catch (UserError unusable) {
      findings.add(Finding.failed(MAIL, unusable.sentence()));
    }
    return findings;
  }

  private static Finding server(MailOptions options) {
    var url = options.server();
    if (url == null) {
      return Finding.skipped(MAIL, "Set SMTP_URL to have the mail server checked.");
    }
    try (var server = new SmtpServer(url)) {
      return Finding.ok(MAIL, server.probe());
    } catch (UnreachableException obstacle) {
      return Finding.failed(MAIL, String.valueOf(obstacle.getMessage()));
    }
  }

  private static Finding languages(MailOptions options) {
    var directory = options.languages();
    return directory == null
        ? Finding.skipped(
            LANGUAGES, "Set SUPPORT_CENTER_MAIL_LANGUAGES to have wordings of your own checked.")
        : Finding.ok(LANGUAGES, "The wordings in %s can be used.".formatted(directory));
  }

  private static Finding mailbox(MailOptions options) {
    var settings = options.bounces();
    if (settings == null) {
      return Finding.skipped(BOUNCES, "Set BOUNCE_MAILBOX_URL to have mail that comes back read.");
    }
    var obstacle = Bounces.obstacle(settings);
    return obstacle == null
        ? Finding.ok(BOUNCES, "The mailbox on %s can be read.".formatted(settings.mailbox()))
        : Finding.failed(
            BOUNCES,
            "The mailbox on %s cannot be read: %s".formatted(settings.mailbox(), obstacle));
  }
}
