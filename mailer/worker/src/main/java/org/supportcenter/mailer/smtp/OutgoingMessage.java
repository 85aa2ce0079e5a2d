package org.supportcenter.mailer.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A message with an id of our own, the same at every try. */
public final class OutgoingMessage extends SMTPMessage {

  private static final Session NO_SERVER = Session.getInstance(new Properties());

  private final String messageId;

  /**
   * An empty message.
   *
   * @param messageId with its angle brackets
   * @param bounceAddress where it returns to if it cannot be delivered
   */
  public OutgoingMessage(String messageId, String bounceAddress) {
    super(NO_SERVER);
    this.messageId = messageId;
    setEnvelopeFrom(bounceAddress);
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }
}
