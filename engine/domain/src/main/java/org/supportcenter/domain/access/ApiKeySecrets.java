package org.supportcenter.domain.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Secrets of API keys: {@code sc_}, 32 random letters and digits (190 bits), and a checksum of 6 by
 * which a mistyped or made-up one is told without asking the database. Only a hash is stored; the
 * secret is random enough to need no slow one.
 */
public final class ApiKeySecrets {

  private static final String PREFIX = "sc_";
  private static final int RANDOM_LENGTH = 32;
  private static final int CHECKSUM_LENGTH = 6;
  private static final int SHOWN_LENGTH = PREFIX.length() + 8;
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final Pattern SHAPE =
      Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (RANDOM_LENGTH + CHECKSUM_LENGTH) + "}");

  private ApiKeySecrets() {}

  /** A new secret. */
  public static String generate(SecureRandom random) {
    var secret = new StringBuilder(PREFIX);
    for (int i = 0; i < RANDOM_LENGTH; i++) {
      secret.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return secret.append(checksum(secret.toString())).toString();
  }

  /** Whether the text could be a secret of ours. */
  public static boolean isWellFormed(String text) {
    if (!SHAPE.matcher(text).matches()) {
      return false;
    }
    var split = text.length() - CHECKSUM_LENGTH;
    return checksum(text.substring(0, split)).equals(text.substring(split));
  }

  /** SHA-256 of the secret: what is stored and looked up. */
  public static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(US_ASCII));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The beginning, which may be shown to tell keys apart. */
  public static String shownPart(String secret) {
    return secret.substring(0, SHOWN_LENGTH);
  }

  private static String checksum(String text) {
    var crc = new CRC32();
    crc.update(text.getBytes(US_ASCII));
    var rest = crc.getValue();
    var digits = new char[CHECKSUM_LENGTH];
    for (int i = CHECKSUM_LENGTH - 1; i >= 0; i--) {
      digits[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
      rest /= ALPHABET.length();
    }
    return new String(digits);
  }
}
