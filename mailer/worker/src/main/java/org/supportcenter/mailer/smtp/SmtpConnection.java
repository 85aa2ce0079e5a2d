package org.supportcenter.mailer.smtp;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** One connection to the mail server. Belongs to one thread at a time. */
final class SmtpConnection {

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
  static SmtpConnection open(ServerUrl server) throws MessagingException {
    var transport = (SMTPTransport) Sessions.to(server, "smtp").getTransport();
    var user = server.user().isEmpty() ? null : server.user();
    transport.connect(server.host(), server.port(), user, user == null ? null : server.password());
    return new SmtpConnection(transport);
  }

  /** Whether the server still listens; asked only after a pause. */
  boolean isUsable() {
    var idle = System.nanoTime() - lastUse;
    return mails < MOST_MAILS
        && idle < STALE_NANOS
        && (idle < FRESH_NANOS || transport.isConnected());
  }

  boolean isEncrypted() {
    return transport.isSSL();
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
