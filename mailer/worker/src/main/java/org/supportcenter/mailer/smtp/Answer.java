package org.supportcenter.mailer.smtp;

/** How a try to send a mail ended. */
public sealed interface Answer {

  /** What the server or we say about it, in one line. */
  String text();

  /** The server has taken the mail. */
  record Accepted(int code, String text) implements Answer {}

  /** The server wants it later (4xx). */
  record Deferred(int code, String text) implements Answer {}

  /**
   * The server will not have it (5xx).
   *
   * @param unknownAddress whether because there is no such address
   */
  record Refused(int code, String text, boolean unknownAddress) implements Answer {}

  /** There was no answer: nobody listens, it took too long, or the connection broke. */
  record Unreachable(String text) implements Answer {}
}
