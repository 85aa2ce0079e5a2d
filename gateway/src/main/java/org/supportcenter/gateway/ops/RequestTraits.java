package org.supportcenter.gateway.ops;

import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.netty.util.AttributeKey;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportcenter.gateway.rpc.ForwardedHeaders;

/** What is known about a request besides its headers: its id, and the method it calls. */
public final class RequestTraits {
  private static final AttributeKey<String> REQUEST_ID =
      AttributeKey.valueOf(RequestTraits.class, "REQUEST_ID");
  private static final AttributeKey<String> RPC = AttributeKey.valueOf(RequestTraits.class, "RPC");
  private static final AttributeKey<String> CODE =
      AttributeKey.valueOf(RequestTraits.class, "CODE");
  private static final Pattern ACCEPTED_ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  private RequestTraits() {}

  /** The id of a request: the client's if it is a plain one, else a new UUID. */
  public static String requestId(ServiceRequestContext context) {
    var known = context.attr(REQUEST_ID);
    if (known != null) {
      return known;
    }
    var id = requestId(context.request().headers());
    context.setAttr(REQUEST_ID, id);
    return id;
  }

  /** As {@link #requestId(ServiceRequestContext)}, where there is no context yet. */
  static String requestId(@Nullable RequestHeaders headers) {
    var given = headers == null ? null : headers.get(ForwardedHeaders.REQUEST_ID);
    return given != null && ACCEPTED_ID.matcher(given).matches()
        ? given
        : UUID.randomUUID().toString();
  }

  /** Whether a request is sent as gRPC or gRPC-Web. */
  public static boolean isGrpc(RequestHeaders headers) {
    var type = headers.contentType();
    return type != null && type.subtype().startsWith("grpc");
  }

  /** Notes the method a request calls, for instance {@code supportcenter.v1.A/B}. */
  public static void ofRpc(ServiceRequestContext context, String fullMethodName) {
    context.setAttr(RPC, fullMethodName);
  }

  /** The method a request calls; {@code none} when it calls none. */
  static String rpc(ServiceRequestContext context) {
    var rpc = context.attr(RPC);
    return rpc == null ? "none" : rpc;
  }

  /** Notes the gRPC code a request ends with, for instance {@code OK}. */
  public static void ofCode(ServiceRequestContext context, String code) {
    context.setAttr(CODE, code);
  }

  /** The gRPC code a request ended with; of one that called no method, its HTTP status. */
  static String code(ServiceRequestContext context, int httpStatus) {
    var code = context.attr(CODE);
    return code == null ? Integer.toString(httpStatus) : code;
  }
}
