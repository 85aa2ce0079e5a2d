package org.supportcenter.mailer.smtp;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.util.StreamProvider;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mail server. Connections are used again; a server that cannot be reached is left alone for a
 * moment, and for longer each time. Thread-safe.
 */
public final class SmtpServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SmtpServer.class);
  private static final Duration FIRST_LEFT_ALONE = Duration.ofMillis(750);
  private static final Duration LONGEST_LEFT_ALONE = Duration.ofSeconds(3);
  private static final int FIRST_PERMANENT = 500;

  static {
    // Jakarta Mail would search every archive of the class path for it, for every part of a mail.
    System.getProperties()
        .putIfAbsent(StreamProvider.class.getName(), MailStreamProvider.class.getName());
  }

  private final ServerUrl address;
  private final ConcurrentLinkedDeque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();
  private volatile @Nullable String lastFailure;
  private final Absence absence = new Absence(FIRST_LEFT_ALONE, LONGEST_LEFT_ALONE);

  /** The server of that address; nothing is opened yet. */
  public SmtpServer(ServerUrl address) {
    this.address = address;
  }

  /** An open connection. */
  public interface Line extends AutoCloseable {

    /** Sends one mail to one address. */
    Answer send(OutgoingMessage message, Address recipient);

    /** Gives the connection back. */
    @Override
    void close();
  }

  /** Whether it makes sense to try now. */
  public boolean isWorthTrying() {
    return absence.isOver();
  }

  /**
   * A connection, open and ready.
   *
   * @throws UnreachableException if there is none; at once while the server is left alone
   */
  public Line connect() throws UnreachableException {
    for (var kept = idle.poll(); kept != null; kept = idle.poll()) {
      if (kept.isUsable()) {
        return new Borrowed(kept);
      }
      kept.close();
    }
    var failed = lastFailure;
    if (failed != null && !absence.isOver()) {
      throw new UnreachableException(failed, null);
    }
    try {
      var opened = new Borrowed(SmtpConnection.open(address));
      absence.end();
      return opened;
    } catch (MessagingException failure) {
      var explained = explained(failure, Obstacles.opening(failure, address));
      log.warn("{}", explained);
      lastFailure = explained;
      absence.begin();
      throw new UnreachableException(explained, failure);
    }
  }

  /**
   * Connects as sending a mail would, and sends none.
   *
   * @return what was found, in one sentence
   * @throws UnreachableException if no mail could be sent, with the reason in one sentence
   */
  public String probe() throws UnreachableException {
    try {
      var connection = SmtpConnection.open(address);
      var sentence =
          "The mail server %s answers%s%s."
              .formatted(
                  address,
                  connection.isEncrypted() ? ", encrypted" : ", not encrypted",
                  address.user().isEmpty()
                      ? ", without user and password"
                      : ", and accepts the user and password");
      connection.close();
      return sentence;
    } catch (MessagingException failure) {
      throw new UnreachableException(
          explained(failure, Obstacles.opening(failure, address)), failure);
    }
  }

  @Override
  public void close() {
    for (var kept = idle.poll(); kept != null; kept = idle.poll()) {
      kept.close();
    }
  }

  private String explained(MessagingException failure, String obstacle) {
    return failure instanceof AuthenticationFailedException
        ? "The mail server %s does not accept the user and password.".formatted(address)
        : "The mail server %s cannot be reached: %s".formatted(address, obstacle);
  }

  /** The failure of the server's own words, or null if the server said nothing. */
  private static @Nullable Answer answered(MessagingException failure) {
    for (Exception each = failure;
        each instanceof MessagingException next;
        each = next.getNextException()) {
      var answer =
          switch (next) {
            case SMTPAddressFailedException refused -> answer(refused.getReturnCode(), refused);
            case SMTPSenderFailedException refused -> answer(refused.getReturnCode(), refused);
            case SMTPSendFailedException refused -> answer(refused.getReturnCode(), refused);
            default -> null;
          };
      if (answer != null) {
        return answer;
      }
    }
    return null;
  }

  private static @Nullable Answer answer(int code, MessagingException refusal) {
    if (refusal.getNextException() instanceof SMTPAddressFailedException) {
      // The one behind it says which address and why.
      return null;
    }
    var text = Obstacles.using(refusal);
    if (code >= FIRST_PERMANENT) {
      return new Answer.Refused(
          code,
          text,
          refusal instanceof SMTPAddressFailedException && StatusCodes.isNoSuchMailbox(text));
    }
    return code > 0 ? new Answer.Deferred(code, text) : null;
  }

  /** No connection can be had. */
  public static final class UnreachableException extends Exception {
    @java.io.Serial private static final long serialVersionUID = 1;

    UnreachableException(String sentence, @Nullable Throwable cause) {
      super(sentence, cause);
    }
  }

  private final class Borrowed implements Line {
    private final SmtpConnection connection;
    private boolean healthy = true;

    Borrowed(SmtpConnection connection) {
      this.connection = connection;
    }

    @Override
    public Answer send(OutgoingMessage message, Address recipient) {
      healthy = false;
      try {
        var accepted = connection.send(message, recipient);
        healthy = true;
        absence.end();
        return accepted;
      } catch (MessagingException failure) {
        var answer = answered(failure);
        log.debug("A mail was not taken", failure);
        return answer == null
            ? new Answer.Unreachable(explained(failure, Obstacles.using(failure)))
            : answer;
      }
    }

    @Override
    public void close() {
      if (healthy) {
        idle.push(connection);
      } else {
        connection.close();
      }
    }
  }
}
