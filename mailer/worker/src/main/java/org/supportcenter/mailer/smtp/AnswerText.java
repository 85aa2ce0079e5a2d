package org.supportcenter.mailer.smtp;

import org.supportcenter.compose.Composer;

/** What mail servers say, as it is kept and shown: one line, not too long. */
public final class AnswerText {

  private static final int LONGEST = 1_000;

  private AnswerText() {}

  /** The beginning of it, without line breaks and other control characters. */
  public static String of(String answer) {
    var line = Composer.oneLine(answer);
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
  }
}
