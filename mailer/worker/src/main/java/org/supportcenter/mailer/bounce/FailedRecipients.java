package org.supportcenter.mailer.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportcenter.mailer.bounce.Report.Fate;
import org.supportcenter.mailer.smtp.StatusCodes;

/**
 * Reads what older Exims write instead of a delivery report: a text for people with the mail behind
 * it, and a header with the addresses that failed for good. What is only late comes without it.
 */
final class FailedRecipients {

  private static final String HEADER = "X-Failed-Recipients";

  /** It stands before the mail that is returned, and the reasons before it. */
  private static final Pattern COPY = Pattern.compile("(?m)^-+ This is a copy of .*$");

  private static final Pattern MESSAGE_ID =
      Pattern.compile("(?mi)^Message-ID:\\s*(<[^<>\\s]+>)\\s*$");

  /** The last words before the addresses and what was said about each. */
  private static final String REASONS = "failed:";

  private FailedRecipients() {}

  /**
   * The report, or null if the message is none that returns the mail it is about.
   *
   * @throws MessagingException if the message cannot be read
   */
  static @Nullable Report read(MimeMessage message) throws MessagingException, IOException {
    if (message.getHeader(HEADER, null) == null
        || !(new MimeMessage(message).getContent() instanceof String text)) {
      return null;
    }
    var copy = COPY.matcher(text);
    if (!copy.find()) {
      return null;
    }
    var messageId = MESSAGE_ID.matcher(text).region(copy.end(), text.length());
    return messageId.find() ? report(messageId.group(1), text.substring(0, copy.start())) : null;
  }

  private static Report report(String messageId, String words) {
    var reasons = words.substring(words.lastIndexOf(REASONS) + REASONS.length()).strip();
    var reply = ReportReader.REPLY_CODE.matcher(reasons);
    var answered = reply.find();
    var answer = answered ? reasons.substring(reply.start()) : reasons;
    return new Report(
        messageId,
        StatusCodes.isNoSuchMailbox(answer) ? Fate.HARD : Fate.SOFT,
        answered ? Integer.valueOf(reply.group(1)) : null,
        answer.replaceAll("\\s+", " "));
  }
}
