package org.supportcenter.engine.wire;

import com.google.protobuf.Message;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.store.page.PageQuery;

/** Reads {@code page_size}, {@code page_token} and {@code order_by} of any list request. */
public final class Pages {

  private static final String SIZE = "page_size";
  private static final String TOKEN = "page_token";
  private static final String ORDER = "order_by";

  private Pages() {}

  /** Which page the caller asks for. Its tokens are good for the same arguments and view only. */
  public static PageQuery query(Message request, Caller caller) {
    var type = request.getDescriptorForType();
    var order = type.findFieldByName(ORDER);
    var others =
        request.toBuilder()
            .clearField(type.findFieldByName(SIZE))
            .clearField(type.findFieldByName(TOKEN))
            .build();
    var fingerprint =
        Fingerprints.of(type.getFullName(), caller.tenant() + "/" + caller.technician(), others);
    return new PageQuery(
        (int) request.getField(type.findFieldByName(SIZE)),
        (String) request.getField(type.findFieldByName(TOKEN)),
        order == null ? "" : (String) request.getField(order),
        fingerprint);
  }
}
