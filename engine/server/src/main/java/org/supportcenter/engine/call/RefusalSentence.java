package org.supportcenter.engine.call;

import org.supportcenter.domain.refusal.RefusedException;

/** What a refusal says to people, for where it is kept instead of being answered. */
public final class RefusalSentence {

  private RefusalSentence() {}

  /** One plain sentence. */
  public static String of(RefusedException refused) {
    return Refusals.error(refused.refusal()).message();
  }
}
