package org.supportcenter.engine.watch;

import java.io.Serial;

/** The feed could not be read on behalf of a watch; the cause is what the watch fails with. */
final class FeedBrokenException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  FeedBrokenException(Throwable cause) {
    super(null, cause, false, false);
  }
}
