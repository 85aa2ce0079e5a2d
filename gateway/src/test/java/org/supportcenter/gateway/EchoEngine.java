package org.supportcenter.gateway;

import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Message;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.supportcenter.gateway.error.EngineFailures;

/**
 * A gRPC server on a real socket that offers every public method: it notes each call and answers
 * with the resource it was sent, or as a test told it.
 */
final class EchoEngine implements AutoCloseable {
  /** A call as it arrived. */
  record Call(String method, Message request, Metadata headers) {
    String header(String name) {
      return headers.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
    }
  }

  private static final Context.Key<Metadata> HEADERS = Context.key("headers");

  private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
  private final Map<String, Function<Message, Message>> answers = new ConcurrentHashMap<>();
  private final Map<String, BiConsumer<Message, ServerCallStreamObserver<Message>>> streams =
      new ConcurrentHashMap<>();
  private final HealthStatusManager health = new HealthStatusManager();
  private final Server server;

  EchoEngine() {
    this(0);
  }

  EchoEngine(int port) {
    var builder =
        Grpc.newServerBuilderForPort(port, InsecureServerCredentials.create())
            .maxInboundMessageSize(8 << 20)
            .addService(health.getHealthService())
            .addService(ProtoReflectionServiceV1.newInstance());
    PublicApi.SERVICES.forEach(
        service ->
            builder.addService(
                ServerInterceptors.intercept(definition(service), EchoEngine::keepHeaders)));
    try {
      server = builder.build().start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  int port() {
    return server.getPort();
  }

  String address() {
    return "127.0.0.1:" + port();
  }

  HealthStatusManager health() {
    return health;
  }

  /** Answers calls of a method, such as {@code GetAppointment}, in another way. */
  void answer(String method, Function<Message, Message> answer) {
    answers.put(method, answer);
  }

  void refuse(String method, StatusRuntimeException refusal) {
    answer(
        method,
        request -> {
          throw refusal;
        });
  }

  void stream(String method, BiConsumer<Message, ServerCallStreamObserver<Message>> answer) {
    streams.put(method, answer);
  }

  /** Whether it only echoes: no test has made it answer in another way. */
  boolean onlyEchoes() {
    return answers.isEmpty() && streams.isEmpty();
  }

  /** The next call that has not been taken yet. */
  Call take() throws InterruptedException {
    var call = calls.poll(10, TimeUnit.SECONDS);
    if (call == null) {
      throw new AssertionError("no call reached the engine");
    }
    return call;
  }

  int waiting() {
    return calls.size();
  }

  void reset() {
    calls.clear();
    answers.clear();
    streams.clear();
  }

  @Override
  public void close() {
    server.shutdownNow();
    try {
      server.awaitTermination();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private ServerServiceDefinition definition(ServiceDescriptor service) {
    var definition = ServerServiceDefinition.builder(service);
    service.getMethods().forEach(method -> add(definition, method));
    return definition.build();
  }

  @SuppressWarnings("unchecked")
  private void add(
      ServerServiceDefinition.Builder definition, io.grpc.MethodDescriptor<?, ?> method) {
    var typed = (io.grpc.MethodDescriptor<Message, Message>) method;
    var schema =
        ((ProtoMethodDescriptorSupplier) method.getSchemaDescriptor()).getMethodDescriptor();
    var prototype = ((PrototypeMarshaller<Message>) typed.getResponseMarshaller());
    ServerCallHandler<Message, Message> handler =
        schema.isServerStreaming()
            ? ServerCalls.asyncServerStreamingCall(
                (request, observer) -> {
                  note(schema, request);
                  streams
                      .getOrDefault(schema.getName(), (r, o) -> o.onCompleted())
                      .accept(request, (ServerCallStreamObserver<Message>) observer);
                })
            : ServerCalls.asyncUnaryCall(
                (request, observer) -> {
                  note(schema, request);
                  try {
                    var answer =
                        answers
                            .getOrDefault(
                                schema.getName(), r -> echo(r, prototype.getMessagePrototype()))
                            .apply(request);
                    observer.onNext(answer);
                    observer.onCompleted();
                  } catch (StatusRuntimeException refusal) {
                    observer.onError(refusal);
                  }
                });
    definition.addMethod(typed, handler);
  }

  private void note(MethodDescriptor method, Message request) {
    calls.add(new Call(method.getName(), request, HEADERS.get()));
  }

  /** The resource in the request; without one, an answer that has the request's name. */
  private static Message echo(Message request, Message answer) {
    for (var field : request.getAllFields().entrySet()) {
      if (field.getValue() instanceof Message resource
          && resource.getDescriptorForType().equals(answer.getDescriptorForType())) {
        return resource;
      }
    }
    var from = request.getDescriptorForType().findFieldByName("name");
    var to = answer.getDescriptorForType().findFieldByName("name");
    return from == null || to == null
        ? answer
        : answer.toBuilder().setField(to, request.getField(from)).build();
  }

  private static <Q, R> ServerCall.Listener<Q> keepHeaders(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    var context = Context.current().withValue(HEADERS, headers);
    return Contexts.interceptCall(context, call, headers, next);
  }

  /** A refusal as the engine sends it. */
  static StatusRuntimeException refusal(com.google.rpc.Status status) {
    var trailers = new Metadata();
    trailers.put(EngineFailures.DETAILS, status);
    return Status.fromCodeValue(status.getCode())
        .withDescription(status.getMessage())
        .asRuntimeException(trailers);
  }
}
