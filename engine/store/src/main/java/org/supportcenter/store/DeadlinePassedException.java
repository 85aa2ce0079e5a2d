package org.supportcenter.store;

import java.io.Serial;

/** The work ran out of the time that the caller had left. Nothing was changed. */
public final class DeadlinePassedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  DeadlinePassedException(Throwable cause) {
    super("The work was given up at its deadline", cause);
  }
}
