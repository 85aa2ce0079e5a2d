package org.supportcenter.gateway.rpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends calls over the one engine channel: every protocol's requests leave the gateway here. */
public final class RpcForwarder {
  private final Channel engine;
  private final Duration longest;

  /** Calls over {@code engine} that end after {@code longest} at the latest, streams excepted. */
  public RpcForwarder(Channel engine, Duration longest) {
    this.engine = engine;
    this.longest = longest;
  }

  /**
   * Opens a call.
   *
   * @param timeout what the client asks for; null when it does not say
   */
  public <Q, R> ClientCall<Q, R> open(MethodDescriptor<Q, R> method, @Nullable Duration timeout) {
    var streams = method.getType() != MethodDescriptor.MethodType.UNARY;
    var options = CallOptions.DEFAULT;
    var limit = streams ? timeout : shorter(timeout);
    if (limit != null) {
      options = options.withDeadlineAfter(limit.toNanos(), TimeUnit.NANOSECONDS);
    }
    return engine.newCall(method, options);
  }

  /** What becomes of a unary call: one of the two, once. */
  public interface Answer<R> {
    /** The engine's answer. */
    void message(R message, Metadata headers);

    /** The engine's refusal, or what kept the call from reaching it. */
    void failure(Status status, Metadata trailers);
  }

  /** Calls a unary method. The answer comes on an I/O thread and must not block it. */
  public <Q, R> ClientCall<Q, R> call(
      MethodDescriptor<Q, R> method, Q request, Metadata headers, Answer<R> answer) {
    var call = open(method, null);
    call.start(new UnaryListener<>(answer), headers);
    call.request(2); // one would do for the message; the second makes its end arrive at once
    call.sendMessage(request);
    call.halfClose();
    return call;
  }

  private Duration shorter(@Nullable Duration timeout) {
    return timeout == null || timeout.compareTo(longest) > 0 ? longest : timeout;
  }

  private static final class UnaryListener<R> extends ClientCall.Listener<R> {
    private final Answer<R> answer;
    private Metadata headers = new Metadata();
    private @Nullable R message;

    UnaryListener(Answer<R> answer) {
      this.answer = answer;
    }

    @Override
    public void onHeaders(Metadata received) {
      headers = received;
    }

    @Override
    public void onMessage(R received) {
      message = received;
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      var received = message;
      if (!status.isOk()) {
        answer.failure(status, trailers);
      } else if (received == null) {
        answer.failure(Status.INTERNAL.withDescription("no message in the answer"), trailers);
      } else {
        answer.message(received, headers);
      }
    }
  }
}
