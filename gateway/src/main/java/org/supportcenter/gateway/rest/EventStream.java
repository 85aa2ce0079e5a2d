package org.supportcenter.gateway.rest;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Message;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpObject;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpResponseWriter;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import io.netty.util.AsciiString;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.supportcenter.gateway.error.EngineFailures;
import org.supportcenter.gateway.error.ErrorBody;
import org.supportcenter.gateway.json.MessageWriter;
import org.supportcenter.gateway.ops.RequestTraits;
import org.supportcenter.gateway.rpc.OpenStreams;

/**
 * One server stream as server-sent events: {@code id} is the answer's {@code resume_token}, {@code
 * event} its {@code kind}, {@code data} its JSON. Events are taken from the engine only as fast as
 * the client reads them. An error after the first event is an event {@code ERROR}.
 */
final class EventStream extends ClientCall.Listener<Message> implements OpenStreams.Stream {
  private static final AsciiString LAST_EVENT_ID = AsciiString.cached("last-event-id");
  private static final ResponseHeaders HEADERS =
      ResponseHeaders.builder(HttpStatus.OK)
          .contentType(MediaType.EVENT_STREAM)
          .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
          // Proxies must not wait for more before they pass an event on.
          .set("x-accel-buffering", "no")
          .build();

  private final ClientCall<Message, Message> call;
  private final ServiceRequestContext context;
  private final OpenStreams streams;
  private final CompletableFuture<HttpResponse> response = new CompletableFuture<>();
  private final HttpResponseWriter events = HttpResponse.streaming();

  EventStream(
      ClientCall<Message, Message> call, ServiceRequestContext context, OpenStreams streams) {
    this.call = call;
    this.context = context;
    this.streams = streams;
  }

  /** The request, resumed where the client says it stopped: that is later than its own token. */
  static Message resumed(Message request, RequestHeaders headers) {
    var last = headers.get(LAST_EVENT_ID);
    var field = request.getDescriptorForType().findFieldByName("resume_token");
    return last == null || last.isEmpty() || field == null
        ? request
        : request.toBuilder().setField(field, last).build();
  }

  CompletableFuture<HttpResponse> response() {
    return response;
  }

  void start(Message request, Metadata metadata) {
    context.clearRequestTimeout();
    streams.opened(this);
    call.start(this, metadata);
    call.request(1);
    call.sendMessage(request);
    call.halfClose();
    var _ = context.whenRequestCancelled().thenAccept(cause -> end());
    var _ = events.whenComplete().whenComplete((done, broken) -> end());
  }

  @Override
  public void end() {
    call.cancel("the stream is over", null);
  }

  @Override
  public void onMessage(Message message) {
    if (response.complete(events)) {
      write(HEADERS);
    }
    try {
      write(HttpData.wrap(event(message)));
    } catch (IllegalArgumentException unprintable) {
      events.close(unprintable);
    }
    var _ = events.whenConsumed().thenRun(() -> call.request(1));
  }

  @Override
  public void onClose(Status status, Metadata trailers) {
    streams.over(this);
    if (status.getCode() == Status.Code.CANCELLED || status.isOk()) {
      if (response.complete(events)) {
        write(HEADERS);
      }
    } else {
      var failure = EngineFailures.of(status, trailers, RequestTraits.requestId(context));
      if (response.complete(Replies.failed(context, failure, trailers))) {
        return;
      }
      write(HttpData.wrap(event("ERROR", ErrorBody.json(failure))));
    }
    events.close();
  }

  private void write(HttpObject part) {
    if (!events.tryWrite(part)) {
      end(); // the client has gone
    }
  }

  private static byte[] event(Message message) {
    var type = message.getDescriptorForType();
    var id = type.findFieldByName("resume_token");
    var kind = type.findFieldByName("kind");
    var head = "";
    if (id != null && message.getField(id) instanceof String token && !token.isEmpty()) {
      head = "id: " + token.replaceAll("[\\r\\n\\x00]", "") + "\n";
    }
    var name =
        kind != null && message.getField(kind) instanceof EnumValueDescriptor value
            ? value.getName()
            : "message";
    return concat(head.getBytes(StandardCharsets.UTF_8), event(name, MessageWriter.json(message)));
  }

  private static byte[] event(String name, byte[] json) {
    var head = ("event: " + name + "\ndata: ").getBytes(StandardCharsets.UTF_8);
    return concat(concat(head, json), new byte[] {'\n', '\n'});
  }

  private static byte[] concat(byte[] first, byte[] second) {
    var both = new ByteArrayOutputStream(first.length + second.length);
    both.writeBytes(first);
    both.writeBytes(second);
    return both.toByteArray();
  }
}
