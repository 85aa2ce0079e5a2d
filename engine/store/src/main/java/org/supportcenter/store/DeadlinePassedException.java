package org.supportcenter.store;

import java.io.Serial;

/** A statement ran out of the time that the caller had left. Nothing was changed. */
public final class DeadlinePassedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  DeadlinePassedException(Throwable cause) {
    super("A statement was cancelled at its deadline", cause);
  }
}
