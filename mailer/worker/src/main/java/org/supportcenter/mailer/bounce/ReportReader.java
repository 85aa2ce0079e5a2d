package org.supportcenter.mailer.bounce;

import static java.util.Objects.requireNonNullElse;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.jspecify.annotations.Nullable;
import org.supportcenter.mailer.bounce.Report.Fate;
import org.supportcenter.mailer.smtp.StatusCodes;

/**
 * Reads delivery reports: {@code multipart/report} with a machine-readable part (RFC 3464) and the
 * mail or its headers (RFC 6522). They come from anybody, so nothing in them is believed beyond
 * which of our mails came back and why; the address is the one we sent it to.
 */
final class ReportReader {

  /** Reports quote at most the mail they are about, and ours are small. */
  private static final int LARGEST = 1024 * 1024;

  /** What a server says first when it refuses. */
  static final Pattern REPLY_CODE = Pattern.compile("\\b([45]\\d\\d)[ -]");

  /** Anybody can write to where mail comes back to; ours are all like this. */
  private static final Pattern MESSAGE_ID = Pattern.compile("<[\\x21-\\x7E]{1,996}>");

  private ReportReader() {}

  /**
   * The report, or null if the message is none that names the mail it is about.
   *
   * @throws MessagingException if the message cannot be read
   */
  static @Nullable Report read(MimeMessage message) throws MessagingException, IOException {
    var report = message.getSize() > LARGEST ? null : reportIn(message);
    return report == null || !MESSAGE_ID.matcher(report.messageId()).matches() ? null : report;
  }

  private static @Nullable Report reportIn(MimeMessage message)
      throws MessagingException, IOException {
    if (!message.isMimeType("multipart/report")) {
      return FailedRecipients.read(message);
    }
    if (!(new MimeMessage(message).getContent() instanceof MimeMultipart parts)) {
      return null;
    }
    String messageId = null;
    DeliveryStatus status = null;
    for (int i = 0; i < parts.getCount(); i++) {
      var part = parts.getBodyPart(i);
      if (part.isMimeType("message/delivery-status")
          || part.isMimeType("message/global-delivery-status")) {
        status = new DeliveryStatus(part.getInputStream());
      } else if (isReturned(part)) {
        messageId = new InternetHeaders(part.getInputStream()).getHeader("Message-ID", null);
      }
    }
    return status == null || messageId == null ? null : report(messageId.strip(), status);
  }

  private static boolean isReturned(Part part) throws MessagingException {
    return part.isMimeType("message/rfc822")
        || part.isMimeType("message/global")
        || part.isMimeType("text/rfc822-headers")
        || part.isMimeType("message/global-headers");
  }

  /** Each of our mails has one recipient; who else is reported on was added on the way. */
  private static Report report(String messageId, DeliveryStatus status) {
    for (int i = 0; i < status.getRecipientDSNCount(); i++) {
      var recipient = status.getRecipientDSN(i);
      if (field(recipient, "Action").toLowerCase(Locale.ROOT).startsWith("failed")) {
        return failure(messageId, recipient);
      }
    }
    return new Report(messageId, Fate.NONE, null, "");
  }

  private static Report failure(String messageId, InternetHeaders recipient) {
    var status = field(recipient, "Status");
    var diagnosis = field(recipient, "Diagnostic-Code");
    var text = diagnosis.substring(diagnosis.indexOf(';') + 1).strip();
    var reply = REPLY_CODE.matcher(text);
    var hard = StatusCodes.isNoSuchMailbox(status) || StatusCodes.isNoSuchMailbox(text);
    return new Report(
        messageId,
        hard ? Fate.HARD : Fate.SOFT,
        reply.find() ? Integer.valueOf(reply.group(1)) : null,
        text.isEmpty() ? status : text);
  }

  private static String field(InternetHeaders headers, String name) {
    return requireNonNullElse(headers.getHeader(name, null), "").replaceAll("\\s+", " ").strip();
  }
}
