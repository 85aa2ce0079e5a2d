package org.supportcenter.mailer.smtp;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** One connection to the mail server. Belongs to one thread at a time. */
final class SmtpConnection {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** A server may think about a mail for a while (RFC 5321 allows minutes); ours may not. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);

  /** Servers close what is used too long or too often. */
  private static final int MOST_MAILS = 200;

  private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long STALE_NANOS = Duration.ofSeconds(20).toNanos();

  private final SMTPTransport transport;
  private int mails;
  private long lastUse = System.nanoTime();

  private SmtpConnection(SMTPTransport transport) {
    this.transport = transport;
  }

  /** Connects, secures the connection and logs in. */
  static SmtpConnection open(SmtpAddress server) throws MessagingException {
    var session = Session.getInstance(properties(server));
    var scheme = server.security() == SmtpAddress.Security.TLS ? "smtps" : "smtp";
    var transport = (SMTPTransport) session.getTransport(scheme);
    var user = server.user().isEmpty() ? null : server.user();
    transport.connect(server.host(), server.port(), user, user == null ? null : server.password());
    return new SmtpConnection(transport);
  }

  private static Properties properties(SmtpAddress server) {
    var properties = new Properties();
    for (var scheme : new String[] {"mail.smtp.", "mail.smtps."}) {
      properties.put(scheme + "connectiontimeout", millis(CONNECT_TIMEOUT));
      properties.put(scheme + "timeout", millis(ANSWER_TIMEOUT));
      properties.put(scheme + "writetimeout", millis(ANSWER_TIMEOUT));
      properties.put(scheme + "ssl.checkserveridentity", "true");
      properties.put(scheme + "auth", Boolean.toString(!server.user().isEmpty()));
      properties.put(scheme + "quitwait", "false");
    }
    switch (server.security()) {
      case STARTTLS_OFFERED -> properties.put("mail.smtp.starttls.enable", "true");
      case STARTTLS_REQUIRED -> {
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
      }
      case NONE, TLS -> properties.put("mail.smtp.starttls.enable", "false");
    }
    return properties;
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }

  /** Whether the server still listens; asked only after a pause. */
  boolean isUsable() {
    var idle = System.nanoTime() - lastUse;
    return mails < MOST_MAILS
        && idle < STALE_NANOS
        && (idle < FRESH_NANOS || transport.isConnected());
  }

  Answer.Accepted send(OutgoingMessage message, Address recipient) throws MessagingException {
    mails++;
    transport.sendMessage(message, new Address[] {recipient});
    lastUse = System.nanoTime();
    return new Answer.Accepted(
        transport.getLastReturnCode(), String.valueOf(transport.getLastServerResponse()).strip());
  }

  void close() {
    try {
      transport.close();
    } catch (MessagingException alreadyGone) {
      // Closing a connection that broke is still closing it.
      lastUse = 0;
    }
  }
}
