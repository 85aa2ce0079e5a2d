package org.supportcenter.engine.wire;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.refusal.RefusedException;
import org.supportcenter.domain.slot.Slot;

/**
 * What a slot is recognised by when it is booked: technician, start and the version of the data it
 * was found in. A token gives no right to anything; the rules judge a booking anew, however old its
 * token is. The checksum tells damage, it is no signature.
 */
public final class SlotTokens {

  private static final byte FORM = 1;
  private static final int CONTENT = 1 + 3 * Long.BYTES + Long.BYTES;
  private static final int LENGTH = CONTENT + Integer.BYTES;

  private SlotTokens() {}

  /**
   * The token of a slot.
   *
   * @param dataVersion as of when its schedule was read
   */
  public static String of(Slot slot, long dataVersion) {
    var bytes =
        ByteBuffer.allocate(LENGTH)
            .put(FORM)
            .putLong(slot.technicianId().getMostSignificantBits())
            .putLong(slot.technicianId().getLeastSignificantBits())
            .putLong(slot.span().start().getEpochSecond())
            .putLong(dataVersion);
    bytes.putInt(checksum(bytes));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** A slot for the wire, with its token. */
  public static org.supportcenter.v1.Slot message(Slot slot, long dataVersion) {
    return org.supportcenter.v1.Slot.newBuilder()
        .setTechnician(Names.TECHNICIAN.of(slot.technicianId()))
        .setStartTime(Times.timestamp(slot.span().start()))
        .setEndTime(Times.timestamp(slot.span().end()))
        .setToken(of(slot, dataVersion))
        .build();
  }

  /**
   * Makes sure that a token is one of the technician and the start.
   *
   * @param token empty when none was given
   * @param field where it was given, in lowerCamel
   * @throws RefusedException if it is damaged or of another slot
   */
  public static void check(String token, UUID technician, Instant start, String field) {
    if (token.isEmpty()) {
      return;
    }
    var bytes = decoded(token, field);
    if (bytes.get() != FORM || bytes.getInt(CONTENT) != checksum(bytes)) {
      throw invalid(field, "is not a token that a slot came with");
    }
    var found = new UUID(bytes.getLong(), bytes.getLong());
    if (!found.equals(technician) || bytes.getLong() != start.getEpochSecond()) {
      throw invalid(field, "is of another technician or start than the request");
    }
  }

  private static ByteBuffer decoded(String token, String field) {
    try {
      var bytes = Base64.getUrlDecoder().decode(token);
      if (bytes.length == LENGTH) {
        return ByteBuffer.wrap(bytes);
      }
    } catch (IllegalArgumentException damaged) {
      throw invalid(field, "is not a token that a slot came with");
    }
    throw invalid(field, "is not a token that a slot came with");
  }

  private static int checksum(ByteBuffer bytes) {
    var checksum = new CRC32C();
    checksum.update(bytes.slice(0, CONTENT));
    return (int) checksum.getValue();
  }

  private static RefusedException invalid(String field, String problem) {
    return new Refusal.FieldsInvalid(field, problem).asException();
  }
}
