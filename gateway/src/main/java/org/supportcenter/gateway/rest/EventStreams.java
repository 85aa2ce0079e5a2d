package org.supportcenter.gateway.rest;

import com.google.protobuf.Message;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.grpc.Metadata;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.supportcenter.gateway.rpc.RpcForwarder;

/** The server-sent events that are open; they are ended when the process drains. */
public final class EventStreams {
  private final RpcForwarder forwarder;
  private final Set<EventStream> open = ConcurrentHashMap.newKeySet();

  /** Streams over this forwarder. */
  public EventStreams(RpcForwarder forwarder) {
    this.forwarder = forwarder;
  }

  /** Starts a stream; the answer is an error when the engine refuses before the first event. */
  CompletableFuture<HttpResponse> open(
      ServiceRequestContext context, Route route, Message request, Metadata metadata) {
    context.clearRequestTimeout();
    var call = forwarder.open(route.rpc(), null);
    var stream = new EventStream(call, context, open::remove);
    open.add(stream);
    stream.start(EventStream.resumed(request, context.request().headers()), metadata);
    var _ = context.whenRequestCancelled().thenAccept(cause -> stream.end());
    return stream.response();
  }

  /** Ends every stream; clients come back elsewhere with the last id they saw. */
  public void end() {
    open.forEach(EventStream::end);
  }
}
