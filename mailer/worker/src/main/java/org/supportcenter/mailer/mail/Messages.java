package org.supportcenter.mailer.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import org.supportcenter.compose.Composer;
import org.supportcenter.compose.Invitation;
import org.supportcenter.compose.Message;
import org.supportcenter.compose.Occasion;
import org.supportcenter.mailer.smtp.OutgoingMessage;

/** Puts composed messages into the form that mail servers take (MIME). */
final class Messages {

  private final MailSettings settings;

  Messages(MailSettings settings) {
    this.settings = settings;
  }

  /** The recipient's address. */
  static InternetAddress recipient(Occasion occasion) throws AddressException {
    return address(occasion.recipient().address(), occasion.recipient().name());
  }

  /**
   * The message, ready to be sent.
   *
   * @throws MessagingException if an address is none
   */
  OutgoingMessage message(Facts facts, Message content) throws MessagingException {
    var occasion = facts.occasion();
    var sender = occasion.sender();
    var message = new OutgoingMessage(facts.messageId(), settings.envelopeSender(sender.address()));
    message.setFrom(address(sender.address(), sender.name()));
    message.setRecipient(RecipientType.TO, recipient(occasion));
    if (!facts.replyTo().isEmpty()) {
      message.setReplyTo(new InternetAddress[] {address(facts.replyTo(), "")});
    }
    message.setSubject(content.subject(), UTF_8.name());
    message.setSentDate(Date.from(occasion.now()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setContentLanguage(new String[] {occasion.recipient().locale().toLanguageTag()});
    var unsubscribe = occasion.unsubscribeUrl();
    if (unsubscribe != null) {
      // One click, without a page (RFC 8058).
      message.setHeader("List-Unsubscribe", "<%s>".formatted(unsubscribe));
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    message.setContent(body(content));
    message.saveChanges();
    return message;
  }

  private static MimeMultipart body(Message content) throws MessagingException {
    var alternatives =
        new MimeMultipart(
            "alternative", text(content.text(), "plain"), text(content.html(), "html"));
    var invitation = content.invitation();
    if (invitation == null) {
      return alternatives;
    }
    alternatives.addBodyPart(calendar(invitation));
    var whole = new MimeBodyPart();
    whole.setContent(alternatives);
    return new MimeMultipart("mixed", whole, attachment(invitation));
  }

  private static BodyPart text(String text, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, UTF_8.name(), subtype);
    return part;
  }

  /** What Google and Outlook act on. */
  private static BodyPart calendar(Invitation invitation) throws MessagingException {
    var part = new MimeBodyPart();
    part.setDataHandler(
        data(invitation, "text/calendar; charset=UTF-8; method=" + invitation.method()));
    return part;
  }

  /** What Apple Mail and people act on. */
  private static BodyPart attachment(Invitation invitation) throws MessagingException {
    var part = new MimeBodyPart();
    part.setDataHandler(data(invitation, "application/ics; name=invite.ics"));
    part.setFileName("invite.ics");
    return part;
  }

  private static DataHandler data(Invitation invitation, String type) {
    return new DataHandler(new ByteArrayDataSource(invitation.content().getBytes(UTF_8), type));
  }

  /** An address; a name cannot bring in another header, however it was written. */
  private static InternetAddress address(String address, String name) throws AddressException {
    var parsed = new InternetAddress(address, true);
    var shown = Composer.oneLine(name);
    if (!shown.isEmpty()) {
      try {
        parsed.setPersonal(shown, UTF_8.name());
      } catch (UnsupportedEncodingException everyJdkHasIt) {
        throw new IllegalStateException(everyJdkHasIt);
      }
    }
    return parsed;
  }
}
