package org.supportcenter.engine.watch;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.refusal.RefusedException;
import org.supportcenter.store.outbox.FeedPosition;

/**
 * Places in the feed as clients keep them. A token holds no secret; the checksum tells damage and
 * another tenant's token.
 */
final class ResumeTokens {

  private static final int LENGTH = 2 * Long.BYTES + Integer.BYTES;

  private ResumeTokens() {}

  /** The token with which a client goes on after the position. */
  static String write(UUID tenant, FeedPosition position) {
    var bytes = ByteBuffer.allocate(LENGTH).putLong(position.xid()).putLong(position.seq());
    bytes.putInt(checksum(tenant, position));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /**
   * The position in a token.
   *
   * @throws RefusedException if it is not one of the tenant's
   */
  static FeedPosition read(UUID tenant, String token) {
    var bytes = ByteBuffer.wrap(decoded(token));
    if (bytes.remaining() != LENGTH) {
      throw invalid();
    }
    var position = new FeedPosition(bytes.getLong(), bytes.getLong());
    if (bytes.getInt() != checksum(tenant, position)) {
      throw invalid();
    }
    return position;
  }

  /** What a token is refused with that was not written here. */
  static RefusedException invalid() {
    return new Refusal.FieldsInvalid(
            "resumeToken", "must be one that an earlier answer of this stream brought, or empty")
        .asException();
  }

  private static byte[] decoded(String token) {
    try {
      return Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException damaged) {
      throw invalid();
    }
  }

  private static int checksum(UUID tenant, FeedPosition position) {
    var bytes =
        ByteBuffer.allocate(4 * Long.BYTES)
            .putLong(tenant.getMostSignificantBits())
            .putLong(tenant.getLeastSignificantBits())
            .putLong(position.xid())
            .putLong(position.seq());
    var checksum = new CRC32C();
    checksum.update(bytes.flip());
    return (int) checksum.getValue();
  }
}
