package org.supportcenter.mailer.bounce;

import java.time.Duration;
import org.supportcenter.mailer.smtp.ServerUrl;

/**
 * Where mail comes back to.
 *
 * @param mailbox what the mailer reads; its path is the folder, {@code INBOX} if there is none
 * @param every how often it is looked at
 */
public record BounceSettings(ServerUrl mailbox, Duration every) {

  /** Reports come minutes after the mail at the earliest, so this is soon enough. */
  public static final int DEFAULT_EVERY_SECONDS = 60;

  String folder() {
    return mailbox.path().isEmpty() ? "INBOX" : mailbox.path();
  }
}
