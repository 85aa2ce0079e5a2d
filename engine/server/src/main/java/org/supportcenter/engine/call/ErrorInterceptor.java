package org.supportcenter.engine.call;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Turns whatever is thrown on behalf of a call, or handed to its observer's {@code onError}, into
 * the error that goes over the wire. Everything inside just throws.
 */
public final class ErrorInterceptor implements ServerInterceptor {

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    var guarded = new GuardedCall<>(call);
    try {
      return new GuardedListener<>(next.startCall(guarded, headers), guarded);
    } catch (RuntimeException failure) {
      guarded.fail(failure);
      return new ServerCall.Listener<>() {};
    }
  }

  /** A call that is closed once, and never with an error that clients could not read. */
  private static final class GuardedCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
    private final AtomicBoolean closed = new AtomicBoolean();

    GuardedCall(ServerCall<Q, A> call) {
      super(call);
    }

    void fail(Throwable failure) {
      var error = Failures.error(failure).toStatusException();
      var trailers = error.getTrailers();
      closeOnce(error.getStatus(), trailers == null ? new Metadata() : trailers);
    }

    @Override
    public void close(Status status, Metadata trailers) {
      if (status.isOk()) {
        closeOnce(status, trailers);
      } else {
        var cause = status.getCause();
        fail(cause == null ? status.asRuntimeException(trailers) : cause);
      }
    }

    private void closeOnce(Status status, Metadata trailers) {
      if (closed.compareAndSet(false, true)) {
        super.close(status, trailers);
      }
    }

    boolean isClosed() {
      return closed.get();
    }
  }

  /** Callbacks after a failure are of no use to anyone. */
  private static final class GuardedListener<Q> extends SimpleForwardingServerCallListener<Q> {
    private final GuardedCall<Q, ?> call;

    GuardedListener(ServerCall.Listener<Q> listener, GuardedCall<Q, ?> call) {
      super(listener);
      this.call = call;
    }

    @Override
    public void onMessage(Q message) {
      guarded(() -> super.onMessage(message));
    }

    @Override
    public void onHalfClose() {
      guarded(super::onHalfClose);
    }

    @Override
    public void onReady() {
      guarded(super::onReady);
    }

    private void guarded(Runnable callback) {
      if (call.isClosed()) {
        return;
      }
      try {
        callback.run();
      } catch (RuntimeException failure) {
        call.fail(failure);
      }
    }
  }
}
