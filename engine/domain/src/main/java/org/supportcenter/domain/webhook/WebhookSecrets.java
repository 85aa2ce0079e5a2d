package org.supportcenter.domain.webhook;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Signing secrets as the Standard Webhooks specification writes them: {@code whsec_} and the Base64
 * of 24 to 64 random bytes.
 */
public final class WebhookSecrets {

  /** How many of one endpoint sign at a time: each is some 50 characters of a header. */
  public static final int MOST = 5;

  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;

  private WebhookSecrets() {}

  /** A new secret. */
  public static String generate(SecureRandom random) {
    var key = new byte[BYTES];
    random.nextBytes(key);
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }
}
