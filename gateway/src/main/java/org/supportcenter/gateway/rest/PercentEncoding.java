package org.supportcenter.gateway.rest;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.supportcenter.gateway.error.RefusedException;

/** Percent-encoded UTF-8, as paths and queries are written. */
final class PercentEncoding {
  private PercentEncoding() {}

  /**
   * The text as it was meant; a plus sign means a blank, as in forms.
   *
   * @param where what is refused when it means no text
   */
  static String decoded(String encoded, String where) {
    try {
      var bytes =
          URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1)
              .getBytes(StandardCharsets.ISO_8859_1);
      // A decoder of one's own does not put question marks where it cannot read.
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException malformed) {
      throw RefusedException.ofField(
          where,
          "must be percent-encoded UTF-8: a % is followed by two hexadecimal digits, and the bytes"
              + " are text");
    }
  }
}
