package org.supportcenter.mailer.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The header {@code webhook-signature} of the Standard Webhooks specification, version 1. */
final class Signatures {

  private static final String SECRET_PREFIX = "whsec_";
  private static final String VERSION = "v1,";
  private static final String ALGORITHM = "HmacSHA256";

  private Signatures() {}

  /**
   * Signs a message with each secret that counts at the moment.
   *
   * @param secrets as {@code whsec_} and Base64, at least one
   * @return one signature per secret, in their order, separated by spaces
   */
  static String header(String id, Instant timestamp, byte[] body, List<String> secrets) {
    return secrets.stream()
        .map(secret -> signature(id, timestamp, body, secret))
        .collect(Collectors.joining(" "));
  }

  private static String signature(String id, Instant timestamp, byte[] body, String secret) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key(secret), ALGORITHM));
      mac.update((id + "." + timestamp.getEpochSecond() + ".").getBytes(US_ASCII));
      return VERSION + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] key(String secret) {
    if (!secret.startsWith(SECRET_PREFIX)) {
      throw new IllegalArgumentException("A webhook secret must start with " + SECRET_PREFIX);
    }
    return Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()));
  }
}
