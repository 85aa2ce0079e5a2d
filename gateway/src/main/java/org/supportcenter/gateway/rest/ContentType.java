package org.supportcenter.gateway.rest;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.RequestHeaders;
import java.nio.charset.StandardCharsets;
import org.supportcenter.gateway.error.Failure;
import org.supportcenter.gateway.error.RefusedException;
import org.supportcenter.v1.ErrorReason;

/** Bodies are JSON in UTF-8, not compressed. */
final class ContentType {
  private ContentType() {}

  static void requireJson(RequestHeaders headers) {
    var encoding = headers.get(HttpHeaderNames.CONTENT_ENCODING, "identity");
    var type = headers.contentType();
    if (type == null
        || !type.is(MediaType.JSON.withoutParameters())
        || !isUtf8(type)
        || !encoding.equalsIgnoreCase("identity")) {
      throw new RefusedException(
          Failure.of(
              ErrorReason.CONTENT_TYPE_UNSUPPORTED,
              "the body must be sent as Content-Type: application/json, in UTF-8, not compressed"));
    }
  }

  private static boolean isUtf8(MediaType type) {
    try {
      return StandardCharsets.UTF_8.equals(type.charset(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException noCharset) {
      return false;
    }
  }
}
