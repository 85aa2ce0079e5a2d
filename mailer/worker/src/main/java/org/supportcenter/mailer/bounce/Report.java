package org.supportcenter.mailer.bounce;

import org.jspecify.annotations.Nullable;

/**
 * What a mail server reports about a mail it had taken (RFC 3464).
 *
 * @param messageId of the mail it is about, with its angle brackets
 * @param fate what became of that mail
 * @param code the three digits of the server that would not have it; null if unknown
 * @param answer what that server said, in one line
 */
record Report(String messageId, Fate fate, @Nullable Integer code, String answer) {

  /** What becomes of a mail on its way. */
  enum Fate {
    /** It came back because there is no such mailbox: it never will be delivered. */
    HARD,
    /** It came back for another reason, such as a mailbox that is full: the next may arrive. */
    SOFT,
    /** It is not lost: delayed, passed on or delivered. */
    NONE
  }
}
