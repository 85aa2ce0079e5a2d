package org.supportcenter.gateway.rest;

import com.google.protobuf.Message;
import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;
import org.supportcenter.gateway.error.EngineFailures;
import org.supportcenter.gateway.error.Failure;
import org.supportcenter.gateway.error.RefusedException;
import org.supportcenter.gateway.ops.ErrorReplies;
import org.supportcenter.gateway.ops.RequestTraits;
import org.supportcenter.gateway.rpc.ForwardedHeaders;
import org.supportcenter.gateway.rpc.OpenStreams;
import org.supportcenter.gateway.rpc.RpcForwarder;
import org.supportcenter.v1.ErrorReason;

/**
 * REST over the http rules: an HTTP request becomes one message to the engine, its answer JSON.
 * Nothing here blocks.
 */
public final class RestService implements HttpService {
  private final RouteTable routes;
  private final RpcForwarder forwarder;
  private final OpenStreams streams;

  /** Serves these routes over this forwarder. */
  public RestService(RouteTable routes, RpcForwarder forwarder, OpenStreams streams) {
    this.routes = routes;
    this.forwarder = forwarder;
    this.streams = streams;
  }

  @Override
  public HttpResponse serve(ServiceRequestContext context, HttpRequest http) {
    return switch (routes.find(http.method(), path(context))) {
      case RouteTable.Found.Match match -> {
        RequestTraits.ofRpc(context, match.route().rpc().getFullMethodName());
        if (RequestTraits.isGrpc(http.headers())) {
          yield refuseGrpc(context);
        }
        yield HttpResponse.of(
            http.aggregate(context.eventLoop()).thenCompose(body -> answer(context, match, body)));
      }
      case RouteTable.Found.OtherMethods(var allowed) ->
          ErrorReplies.methodNotAllowed(
              context,
              Failure.of(
                  ErrorReason.METHOD_NOT_ALLOWED,
                  http.method() + " is not offered here, but " + String.join(", ", allowed)),
              allowed);
      case RouteTable.Found.Nothing() ->
          ErrorReplies.of(
              context,
              Failure.of(ErrorReason.ROUTE_NOT_FOUND, "there is no such route; see /openapi.json"));
    };
  }

  /** Told as HTTP: whoever calls gRPC by the path of REST would not look into trailers for it. */
  private static HttpResponse refuseGrpc(ServiceRequestContext context) {
    var failure =
        Failure.of(
            ErrorReason.CONTENT_TYPE_UNSUPPORTED,
            "this path takes JSON; gRPC is called by service and method, such as"
                + " /supportcenter.v1.AppointmentService/CreateAppointment");
    return ErrorReplies.rest(context, failure);
  }

  /** As it was sent: {@code path()} has lost empty segments and what follows semicolons. */
  private static String path(ServiceRequestContext context) {
    var raw = context.rawPath();
    var query = raw.indexOf('?');
    return query < 0 ? raw : raw.substring(0, query);
  }

  private CompletableFuture<HttpResponse> answer(
      ServiceRequestContext context, RouteTable.Found.Match match, AggregatedHttpRequest http) {
    var route = match.route();
    try {
      var request = RequestReader.read(route, match.segments(), context.query(), http);
      var metadata = ForwardedHeaders.toEngine(http.headers(), RequestTraits.requestId(context));
      if (route.method().isServerStreaming()) {
        var stream = new EventStream(forwarder.open(route.rpc(), null), context, streams);
        stream.start(EventStream.resumed(request, http.headers()), metadata);
        return stream.response();
      }
      var reply = new Reply(context);
      var call = forwarder.call(route.rpc(), request, metadata, reply);
      var _ =
          context
              .whenRequestCancelled()
              .thenAccept(cause -> call.cancel("the client has gone", cause));
      return reply.http;
    } catch (RefusedException refused) {
      return CompletableFuture.completedFuture(ErrorReplies.of(context, refused.failure()));
    }
  }

  private static final class Reply implements RpcForwarder.Answer<Message> {
    final CompletableFuture<HttpResponse> http = new CompletableFuture<>();
    private final ServiceRequestContext context;

    Reply(ServiceRequestContext context) {
      this.context = context;
    }

    @Override
    public void message(Message message, Metadata headers) {
      try {
        http.complete(Replies.ok(context, message, headers));
      } catch (IllegalArgumentException unprintable) {
        http.completeExceptionally(unprintable);
      }
    }

    @Override
    public void failure(Status status, Metadata trailers) {
      var failure = EngineFailures.of(status, trailers, RequestTraits.requestId(context));
      http.complete(Replies.failed(context, failure, trailers));
    }
  }
}
