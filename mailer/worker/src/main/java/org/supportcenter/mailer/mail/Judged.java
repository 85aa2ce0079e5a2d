package org.supportcenter.mailer.mail;

/** What is to be done with a leased mail at the moment of sending. */
sealed interface Judged {

  /** It holds: send it. */
  record Send(Facts facts) implements Judged {}

  /** It was settled: superseded, not wanted, or too late. Nothing is sent. */
  record Settled(String reason) implements Judged {}

  /** It is somebody else's by now, or not pending any more. */
  record Lost() implements Judged {}
}
