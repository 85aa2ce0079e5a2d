package org.supportcenter.compose;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What a link in a reminder carries, so that whoever has the mail can stop reminders without a
 * login: whose they are, and a signature with the tenant's key. It allows nothing else and does not
 * expire, because mails do not.
 *
 * @param customer whose reminders it stops
 * @param signature as presented; {@link #isSignedWith} says whether it holds
 */
public record UnsubscribeToken(UUID tenant, UUID customer, Signature signature) {

  private static final String ALGORITHM = "HmacSHA256";

  /** Keeps these signatures apart from whatever else the key may sign one day. */
  private static final byte PURPOSE = 'u';

  private static final int IDS_BYTES = 32;
  private static final int SIGNATURE_BYTES = 16;

  /** Half an HMAC-SHA256. */
  public record Signature(ByteBuffer bytes) {}

  /** Signs a token for a customer. */
  public static UnsubscribeToken sign(UUID tenant, UUID customer, byte[] secret) {
    return new UnsubscribeToken(tenant, customer, signature(tenant, customer, secret));
  }

  /** Reads a token as it stands in a link; null if it is none. */
  public static @Nullable UnsubscribeToken parse(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException malformed) {
      return null;
    }
    if (bytes.length != IDS_BYTES + SIGNATURE_BYTES) {
      return null;
    }
    var buffer = ByteBuffer.wrap(bytes);
    return new UnsubscribeToken(
        new UUID(buffer.getLong(), buffer.getLong()),
        new UUID(buffer.getLong(), buffer.getLong()),
        new Signature(buffer.slice().asReadOnlyBuffer()));
  }

  /** Whether it was signed with that key. */
  public boolean isSignedWith(byte[] secret) {
    return MessageDigest.isEqual(bytes(signature), bytes(signature(tenant, customer, secret)));
  }

  /** As it stands in a link. */
  public String text() {
    var whole = ByteBuffer.allocate(IDS_BYTES + SIGNATURE_BYTES);
    whole.put(ids(tenant, customer)).put(bytes(signature));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
  }

  private static Signature signature(UUID tenant, UUID customer, byte[] secret) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      mac.update(PURPOSE);
      var whole = mac.doFinal(ids(tenant, customer));
      return new Signature(ByteBuffer.wrap(Arrays.copyOf(whole, SIGNATURE_BYTES)));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static byte[] ids(UUID tenant, UUID customer) {
    return ByteBuffer.allocate(IDS_BYTES)
        .putLong(tenant.getMostSignificantBits())
        .putLong(tenant.getLeastSignificantBits())
        .putLong(customer.getMostSignificantBits())
        .putLong(customer.getLeastSignificantBits())
        .array();
  }

  private static byte[] bytes(Signature signature) {
    var bytes = new byte[signature.bytes().remaining()];
    signature.bytes().duplicate().get(bytes);
    return bytes;
  }
}
