package org.supportcenter.engine;

import java.io.Serial;

/** The engine cannot start; the message is one sentence for whoever started it. */
public final class EngineStartException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  EngineStartException(String message) {
    super(message);
  }

  EngineStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
