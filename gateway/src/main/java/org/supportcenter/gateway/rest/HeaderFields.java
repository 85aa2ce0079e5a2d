package org.supportcenter.gateway.rest;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.RequestHeaders;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;
import org.supportcenter.gateway.error.RefusedException;

/**
 * The headers that stand for fields: {@code Idempotency-Key} for {@code request_id} and {@code
 * If-Match} for {@code etag}. Where the method has no such field the header is refused, because
 * what it asks for could not be kept; only on GET, which changes nothing, an {@code
 * Idempotency-Key} is harmless.
 */
final class HeaderFields {
  static final AsciiString IDEMPOTENCY_KEY = AsciiString.cached("idempotency-key");

  /** What is said of a guard that is given empty. */
  static final String EMPTY_GUARD = "must not be empty: give it a value, or leave it out";

  private HeaderFields() {}

  static void read(RequestHeaders headers, Route route, Message.Builder request) {
    var key = headers.get(IDEMPOTENCY_KEY);
    if (key != null && route.http() != HttpMethod.GET) {
      var field = requestId(request.getDescriptorForType());
      if (field == null) {
        throw RefusedException.ofField(
            "Idempotency-Key", "must be left out: this method has no request id");
      }
      refuseEmpty(key, "Idempotency-Key");
      merge(request, field, key, "Idempotency-Key");
    }
    var etag = headers.get(HttpHeaderNames.IF_MATCH);
    if (etag != null) {
      readEtag(etag, route, request);
    }
  }

  private static void refuseEmpty(String value, String header) {
    if (value.isEmpty()) {
      throw RefusedException.ofField(header, EMPTY_GUARD);
    }
  }

  private static void readEtag(String etag, Route route, Message.Builder request) {
    refuseEmpty(etag, "If-Match");
    if (etag.indexOf(',') >= 0) {
      throw RefusedException.ofField("If-Match", "must name one etag");
    }
    var own = etag(request.getDescriptorForType());
    var inBody =
        route.body() instanceof Route.Body.Field(var body) && route.http() != HttpMethod.POST
            ? body
            : null;
    var nested = inBody == null ? null : etag(inBody.getMessageType());
    if (own == null && nested == null) {
      throw RefusedException.ofField("If-Match", "must be left out: this method has no etag");
    }
    if (etag.equals("*")) {
      return; // any version will do, which is what leaving the etag out says
    }
    if (own != null) {
      merge(request, own, etag, "If-Match");
    } else if (inBody != null && nested != null) {
      merge(request.getFieldBuilder(inBody), nested, etag, "If-Match");
    }
  }

  private static void merge(
      Message.Builder message, FieldDescriptor field, String value, String header) {
    if (message.getField(field) instanceof String given
        && !given.isEmpty()
        && !given.equals(value)) {
      throw RefusedException.ofField(
          field.getJsonName(),
          "must be the same as the header %s, or be left out".formatted(header));
    }
    message.setField(field, value);
  }

  /**
   * Whether a field guards against doing something twice, or to another version than was meant.
   * Given empty it would not, and whoever gave it would not know.
   */
  static boolean isGuard(FieldDescriptor field) {
    var type = field.getContainingType();
    return field.equals(requestId(type)) || field.equals(etag(type));
  }

  /** The field an Idempotency-Key goes to; null when there is none. */
  static @Nullable FieldDescriptor requestId(Descriptor request) {
    return request.findFieldByName("request_id");
  }

  /** The field of a request or resource an If-Match goes to; null when there is none. */
  static @Nullable FieldDescriptor etag(Descriptor message) {
    return message.findFieldByName("etag");
  }
}
