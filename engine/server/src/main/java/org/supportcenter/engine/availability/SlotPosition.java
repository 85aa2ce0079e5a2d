package org.supportcenter.engine.availability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.refusal.RefusedException;
import org.supportcenter.domain.slot.Slot;
import org.supportcenter.domain.time.Span;
import org.supportcenter.store.page.PageQuery;

/**
 * Where a page of slots begins: behind the last slot of the page before. Like other page tokens it
 * is good for the arguments it was made for only, and holds nothing the caller has not seen.
 *
 * @param start of the last slot
 * @param technician of the last slot; {@link #NOBODY} comes before everybody
 * @param lookTo where the page should look first, by what the page before saw; behind the start
 */
record SlotPosition(Instant start, UUID technician, Instant lookTo) {

  static final UUID NOBODY = new UUID(0, 0);

  private static final byte FORM = 2;
  private static final Duration FIRST_LOOK = Duration.ofDays(1);
  private static final int HASH_LENGTH = 24;
  private static final int LENGTH = 1 + HASH_LENGTH + 4 * Long.BYTES;

  /**
   * Where the page asked for begins.
   *
   * @param window the window asked for
   * @throws RefusedException if the token is damaged or was made for other arguments
   */
  static SlotPosition of(PageQuery query, Span window) {
    if (query.token().isEmpty()) {
      return new SlotPosition(window.start(), NOBODY, window.start().plus(FIRST_LOOK));
    }
    try {
      var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(query.token()));
      if (bytes.remaining() == LENGTH && bytes.get() == FORM && isMadeFor(query, bytes)) {
        var position =
            new SlotPosition(
                Instant.ofEpochSecond(bytes.getLong()),
                new UUID(bytes.getLong(), bytes.getLong()),
                Instant.ofEpochSecond(bytes.getLong()));
        if (position.lookTo.isAfter(position.start) && window.contains(position.start)) {
          return position;
        }
      }
    } catch (IllegalArgumentException | DateTimeException damaged) {
      throw new Refusal.PageTokenInvalid().asException();
    }
    throw new Refusal.PageTokenInvalid().asException();
  }

  /** The token for a page that begins here. */
  String token(PageQuery query) {
    var bytes =
        ByteBuffer.allocate(LENGTH)
            .put(FORM)
            .put(hash(query))
            .putLong(start.getEpochSecond())
            .putLong(technician.getMostSignificantBits())
            .putLong(technician.getLeastSignificantBits())
            .putLong(lookTo.getEpochSecond());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** Whether the slot belongs to the page that begins here, or to a later one. */
  boolean isBefore(Slot slot) {
    var byStart = slot.span().start().compareTo(start);
    return byStart > 0 || (byStart == 0 && Slot.compareIds(slot.technicianId(), technician) > 0);
  }

  private static boolean isMadeFor(PageQuery query, ByteBuffer bytes) {
    var hash = new byte[HASH_LENGTH];
    bytes.get(hash);
    return Arrays.equals(hash, hash(query));
  }

  /** The fingerprint is a hash already; half of it is enough to tell arguments apart. */
  private static byte[] hash(PageQuery query) {
    return Arrays.copyOf(query.fingerprint().getBytes(UTF_8), HASH_LENGTH);
  }
}
