package org.supportcenter.mailer.mail;

import java.time.Duration;

/** What is to be done with a leased mail at the moment of sending. */
sealed interface Judged {

  /** It holds: send it. */
  record Send(Facts facts) implements Judged {}

  /** It was settled: superseded, not wanted, or too late. Nothing is sent. */
  record Settled(String reason) implements Judged {}

  /** Others are being sent to its domain first; it comes back when it is its turn. */
  record Waits(Duration turn) implements Judged {}

  /** It is somebody else's by now, or not pending any more. */
  record Lost() implements Judged {}
}
