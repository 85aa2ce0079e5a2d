package org.supportcenter.gateway.rest;

import com.google.protobuf.Message;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.grpc.Metadata;
import org.supportcenter.gateway.error.ErrorBody;
import org.supportcenter.gateway.error.Failure;
import org.supportcenter.gateway.json.MessageWriter;
import org.supportcenter.gateway.ops.ErrorReplies;
import org.supportcenter.gateway.ops.RequestTraits;
import org.supportcenter.gateway.rpc.ForwardedHeaders;

/** HTTP answers: messages as JSON with their etag, errors as AIP-193 bodies. */
final class Replies {
  private Replies() {}

  static HttpResponse ok(ServiceRequestContext context, Message message, Metadata engine) {
    RequestTraits.ofCode(context, "OK");
    var headers =
        ResponseHeaders.builder(HttpStatus.OK)
            .contentType(MediaType.JSON.withoutParameters())
            .set(HttpHeaderNames.CACHE_CONTROL, "no-store");
    ForwardedHeaders.toClient(engine, headers::set);
    var etag = HeaderFields.etag(message.getDescriptorForType());
    if (etag != null && message.getField(etag) instanceof String text && !text.isEmpty()) {
      headers.set(HttpHeaderNames.ETAG, text);
    }
    return HttpResponse.of(headers.build(), HttpData.wrap(MessageWriter.json(message)));
  }

  static HttpResponse failed(ServiceRequestContext context, Failure failure, Metadata engine) {
    RequestTraits.ofCode(context, failure.codeName());
    var headers = ErrorReplies.json(failure);
    ForwardedHeaders.toClient(engine, headers::set);
    return HttpResponse.of(headers.build(), HttpData.wrap(ErrorBody.json(failure)));
  }
}
