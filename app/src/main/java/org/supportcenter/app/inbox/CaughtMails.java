package org.supportcenter.app.inbox;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the mail server has been sent. */
final class CaughtMails {
  private final GreenMail mail;

  CaughtMails(GreenMail mail) {
    this.mail = mail;
  }

  /**
   * A mail.
   *
   * @param id its Message-ID without brackets
   * @param text the plain part; empty if there is none
   * @param html the HTML part; empty if there is none
   * @param calendar the invitation; empty if there is none
   */
  record Caught(
      String id,
      Instant date,
      String from,
      String to,
      String subject,
      String text,
      String html,
      String calendar) {}

  /** All of them, the newest first. */
  List<Caught> newestFirst() throws MessagingException, IOException {
    var caught = new ArrayList<Caught>();
    for (var message : mail.getReceivedMessages()) {
      caught.add(caught(message));
    }
    caught.sort(Comparator.comparing(Caught::date).reversed());
    return caught;
  }

  /** One of them; null if there is none of that id. */
  @Nullable Caught find(String id) throws MessagingException, IOException {
    var message = message(id);
    return message == null ? null : caught(message);
  }

  /** As it came over the wire; null if there is none of that id. */
  @Nullable String source(String id) throws MessagingException, IOException {
    var message = message(id);
    if (message == null) {
      return null;
    }
    var source = new ByteArrayOutputStream();
    message.writeTo(source);
    return source.toString(StandardCharsets.UTF_8);
  }

  private @Nullable MimeMessage message(String id) throws MessagingException {
    for (var message : mail.getReceivedMessages()) {
      if (id(message).equals(id)) {
        return message;
      }
    }
    return null;
  }

  private static String id(MimeMessage message) throws MessagingException {
    var id = message.getMessageID();
    return id == null ? "" : id.replaceAll("[<>]", "");
  }

  private static Caught caught(MimeMessage message) throws MessagingException, IOException {
    var sent = message.getSentDate();
    return new Caught(
        id(message),
        sent == null ? Instant.EPOCH : sent.toInstant(),
        header(message, "From"),
        header(message, "To"),
        message.getSubject() == null ? "" : message.getSubject(),
        part(message, "text/plain"),
        part(message, "text/html"),
        part(message, "text/calendar"));
  }

  private static String header(MimeMessage message, String name)
      throws MessagingException, IOException {
    var value = message.getHeader(name, ", ");
    return value == null ? "" : jakarta.mail.internet.MimeUtility.decodeText(value);
  }

  /** The first part of that type, however deep it lies; empty if there is none. */
  private static String part(Part part, String type) throws MessagingException, IOException {
    if (part.getContent() instanceof MimeMultipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        var found = part(parts.getBodyPart(i), type);
        if (!found.isEmpty()) {
          return found;
        }
      }
      return "";
    }
    if (!part.isMimeType(type)) {
      return "";
    }
    try (var in = part.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
