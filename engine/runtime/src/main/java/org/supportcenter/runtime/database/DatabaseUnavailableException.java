package org.supportcenter.runtime.database;

import java.io.Serial;

/**
 * The database did not answer. When the connection broke at commit, nobody knows whether the change
 * was made: a retry with the same request id finds out.
 */
public final class DatabaseUnavailableException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  /** What was tried, and why it failed. */
  public DatabaseUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
