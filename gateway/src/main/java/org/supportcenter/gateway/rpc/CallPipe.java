package org.supportcenter.gateway.rpc;

import com.linecorp.armeria.server.ServiceRequestContext;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import org.supportcenter.gateway.error.EngineFailures;
import org.supportcenter.gateway.error.Failure;
import org.supportcenter.gateway.ops.RequestTraits;
import org.supportcenter.v1.ErrorReason;

/** Joins a client's call with the engine's: messages one at a time, cancellation both ways. */
final class CallPipe implements OpenStreams.Stream {
  private final ServerCall<byte[], byte[]> server;
  private final ClientCall<byte[], byte[]> client;
  private final ServiceRequestContext context;
  private final OpenStreams streams;
  private final Demand fromClient;
  private final Demand fromEngine;
  private volatile boolean ended;

  CallPipe(
      ServerCall<byte[], byte[]> server,
      ClientCall<byte[], byte[]> client,
      ServiceRequestContext context,
      OpenStreams streams) {
    this.server = server;
    this.client = client;
    this.context = context;
    this.streams = streams;
    this.fromClient = new Demand(client::isReady, () -> server.request(1));
    this.fromEngine = new Demand(server::isReady, () -> client.request(1));
  }

  @Override
  public void end() {
    ended = true;
    client.cancel("the gateway is shutting down", null);
  }

  ServerCall.Listener<byte[]> clientSide() {
    return new ServerCall.Listener<>() {
      @Override
      public void onMessage(byte[] message) {
        client.sendMessage(message);
        fromClient.handedOn();
      }

      @Override
      public void onHalfClose() {
        client.halfClose();
      }

      @Override
      public void onCancel() {
        client.cancel("the client has gone", null);
      }

      @Override
      public void onReady() {
        fromEngine.receiverReady();
      }
    };
  }

  ClientCall.Listener<byte[]> engineSide() {
    return new ClientCall.Listener<>() {
      @Override
      public void onHeaders(Metadata headers) {
        server.sendHeaders(passed(headers));
      }

      @Override
      public void onMessage(byte[] message) {
        server.sendMessage(message);
        fromEngine.handedOn();
      }

      @Override
      public void onClose(Status status, Metadata trailers) {
        streams.over(CallPipe.this);
        var sent = passed(trailers);
        if (status.isOk()) {
          RequestTraits.ofCode(context, "OK");
          server.close(Status.OK, sent);
        } else {
          var failure =
              ended
                  ? Failure.of(ErrorReason.DRAINING, "this gateway is shutting down; come back")
                  : EngineFailures.of(status, trailers, RequestTraits.requestId(context));
          RequestTraits.ofCode(context, failure.codeName());
          EngineFailures.putDetails(failure, sent);
          server.close(EngineFailures.grpcStatus(failure), sent);
        }
      }

      @Override
      public void onReady() {
        fromClient.receiverReady();
      }
    };
  }

  private static Metadata passed(Metadata engine) {
    var passed = new Metadata();
    ForwardedHeaders.toClient(
        engine, (name, value) -> passed.put(ForwardedHeaders.key(name), value));
    return passed;
  }
}
