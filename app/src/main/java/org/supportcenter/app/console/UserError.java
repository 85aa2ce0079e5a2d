package org.supportcenter.app.console;

/**
 * A failure that is told to the person at the terminal in one sentence: what is wrong and what to
 * do about it. The cause, if any, goes to the log at debug level only.
 */
public class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UserError(String sentence) {
    super(sentence);
  }

  public UserError(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** The sentence to show. */
  public final String sentence() {
    return String.valueOf(getMessage());
  }
}
