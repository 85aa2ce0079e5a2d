package org.supportcenter.mailer;

import java.io.Serial;

/** The mailer cannot start; the message is one sentence for whoever started it. */
public final class MailerStartException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  MailerStartException(String message) {
    super(message);
  }

  MailerStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
