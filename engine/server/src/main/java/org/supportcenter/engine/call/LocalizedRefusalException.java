package org.supportcenter.engine.call;

import com.google.rpc.LocalizedMessage;
import java.io.Serial;
import org.supportcenter.domain.refusal.Refusal;

/**
 * A refusal that somebody reads who is no programmer: it carries a sentence in their language
 * besides.
 */
public final class LocalizedRefusalException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final transient Refusal refusal;
  private final LocalizedMessage message;

  /**
   * Refuses.
   *
   * @param language tag of the sentence
   * @param sentence plain text for the reader
   */
  public LocalizedRefusalException(Refusal refusal, String language, String sentence) {
    super(refusal.getClass().getSimpleName(), null, false, false);
    this.refusal = refusal;
    this.message = LocalizedMessage.newBuilder().setLocale(language).setMessage(sentence).build();
  }

  Refusal refusal() {
    return refusal;
  }

  LocalizedMessage message() {
    return message;
  }
}
