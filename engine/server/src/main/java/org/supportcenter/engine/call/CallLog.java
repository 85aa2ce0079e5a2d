package org.supportcenter.engine.call;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.engine.ops.Metrics;

/**
 * Outermost: gives every call a record, puts its ids into the log lines written on its behalf, and
 * in the end counts it and writes one line. Neither says anything about people.
 */
public final class CallLog implements ServerInterceptor {

  private static final Logger log = LoggerFactory.getLogger("org.supportcenter.engine.access");

  private final Metrics metrics;

  /** Counts into the metrics. */
  public CallLog(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    var record = new CallRecord(call.getMethodDescriptor().getBareMethodName(), headers);
    var recorded = new RecordedCall<>(call, record);
    record.enterLog();
    try {
      var context = Context.current().withValue(CallRecord.KEY, record);
      var listener = Contexts.interceptCall(context, recorded, headers, next);
      return new LoggingListener<>(listener, record, recorded);
    } finally {
      CallRecord.leaveLog();
    }
  }

  private void ended(CallRecord record, Status.Code code) {
    var took = Duration.ofNanos(record.nanos());
    var reason = record.reason();
    metrics.called(record.method(), code, took);
    if (reason != null) {
      metrics.refused(reason);
    }
    log.atInfo()
        .addKeyValue("method", record.method())
        .addKeyValue("code", code)
        .addKeyValue("reason", reason == null ? "" : reason)
        .addKeyValue("micros", TimeUnit.NANOSECONDS.toMicros(took.toNanos()))
        .log("call");
  }

  private final class RecordedCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
    private final CallRecord record;
    private final AtomicBoolean ended = new AtomicBoolean();

    RecordedCall(ServerCall<Q, A> call, CallRecord record) {
      super(call);
      this.record = record;
    }

    @Override
    public void close(Status status, Metadata trailers) {
      super.close(status, trailers);
      endedWith(status.getCode());
    }

    /** A caller may leave before the end, and also while the end is on its way. */
    void endedWith(Status.Code code) {
      if (ended.compareAndSet(false, true)) {
        ended(record, code);
      }
    }
  }

  private static final class LoggingListener<Q> extends SimpleForwardingServerCallListener<Q> {
    private final CallRecord record;
    private final RecordedCall<?, ?> call;

    LoggingListener(ServerCall.Listener<Q> listener, CallRecord record, RecordedCall<?, ?> call) {
      super(listener);
      this.record = record;
      this.call = call;
    }

    @Override
    public void onMessage(Q message) {
      logged(() -> super.onMessage(message));
    }

    @Override
    public void onHalfClose() {
      logged(super::onHalfClose);
    }

    @Override
    public void onReady() {
      logged(super::onReady);
    }

    @Override
    public void onCancel() {
      logged(
          () -> {
            super.onCancel();
            call.endedWith(Status.Code.CANCELLED);
          });
    }

    private void logged(Runnable callback) {
      record.enterLog();
      try {
        callback.run();
      } finally {
        CallRecord.leaveLog();
      }
    }
  }
}
