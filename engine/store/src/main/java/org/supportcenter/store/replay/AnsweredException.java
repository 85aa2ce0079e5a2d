package org.supportcenter.store.replay;

import java.io.Serial;

/** Ends the transaction of a request that was answered before, and carries that answer. */
public final class AnsweredException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final transient byte[] response;

  AnsweredException(byte[] response) {
    super(null, null, false, false);
    this.response = response;
  }

  /** The answer, serialized. */
  public byte[] response() {
    return response.clone();
  }
}
