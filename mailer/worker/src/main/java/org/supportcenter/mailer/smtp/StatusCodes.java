package org.supportcenter.mailer.smtp;

import java.util.regex.Pattern;

/** What the enhanced status codes of mail servers mean (RFC 3463). */
public final class StatusCodes {

  /**
   * Nothing said beyond that it is for ever (5.0.0), no such address (5.1.0 to 5.1.3), moved
   * without a forward (5.1.6), a domain that takes no mail (5.1.10), a disabled mailbox (5.2.1), no
   * such host (5.4.4). Mailboxes that are full, mails that are too large and policies are not among
   * them: the next mail may be welcome.
   */
  private static final Pattern NO_SUCH_MAILBOX =
      Pattern.compile("(?<![\\d.])5\\.(0\\.0|1\\.(0|1|2|3|6|10)|2\\.1|4\\.4)(?!\\.?\\d)");

  private StatusCodes() {}

  /** Whether an answer says that there is no such mailbox, now and later. */
  public static boolean isNoSuchMailbox(String answer) {
    return NO_SUCH_MAILBOX.matcher(answer).find();
  }
}
