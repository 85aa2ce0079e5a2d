package org.supportcenter.gateway.rpc;

import com.linecorp.armeria.server.ServiceRequestContext;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.supportcenter.gateway.ops.RequestTraits;

/** gRPC services whose calls go to the engine byte for byte: nothing is parsed on the way. */
public final class PassThrough {
  private final RpcForwarder forwarder;

  private final OpenStreams streams;

  /** Services over this forwarder; their streams are noted in {@code streams}. */
  public PassThrough(RpcForwarder forwarder, OpenStreams streams) {
    this.forwarder = forwarder;
    this.streams = streams;
  }

  /** A service that forwards every method of {@code service}. */
  public ServerServiceDefinition service(ServiceDescriptor service) {
    var methods = service.getMethods().stream().map(PassThrough::raw).toList();
    var raw = ServiceDescriptor.newBuilder(service.getName());
    methods.forEach(raw::addMethod);
    var definition = ServerServiceDefinition.builder(raw.build());
    methods.forEach(method -> definition.addMethod(method, handler(method)));
    return definition.build();
  }

  private ServerCallHandler<byte[], byte[]> handler(MethodDescriptor<byte[], byte[]> method) {
    return (server, clientHeaders) -> start(method, server, clientHeaders);
  }

  private ServerCall.Listener<byte[]> start(
      MethodDescriptor<byte[], byte[]> method,
      ServerCall<byte[], byte[]> server,
      Metadata clientHeaders) {
    var context = ServiceRequestContext.current();
    var timeout = clientHeaders.get(ForwardedHeaders.key("grpc-timeout"));
    if (timeout == null && method.getType() != MethodDescriptor.MethodType.UNARY) {
      context.clearRequestTimeout();
    }
    var limit = timeout == null ? null : Duration.ofMillis(context.requestTimeoutMillis());
    var requestId = RequestTraits.requestId(context);
    var client = forwarder.open(method, limit);
    var pipe = new CallPipe(server, client, context, streams);
    if (method.getType() != MethodDescriptor.MethodType.UNARY) {
      streams.opened(pipe);
    }
    client.start(
        pipe.engineSide(), ForwardedHeaders.toEngine(context.request().headers(), requestId));
    server.request(1);
    client.request(1);
    return pipe.clientSide();
  }

  private static MethodDescriptor<byte[], byte[]> raw(MethodDescriptor<?, ?> method) {
    return method.toBuilder(Bytes.MARSHALLER, Bytes.MARSHALLER).setSchemaDescriptor(null).build();
  }

  private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
    static final Bytes MARSHALLER = new Bytes();

    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }
}
