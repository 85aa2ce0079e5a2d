package org.supportcenter.engine.call;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.supportcenter.v1.ErrorReason;

/** Whether this process is on its way out: it takes no new calls and finishes those it has. */
public final class Draining implements ServerInterceptor {

  private final AtomicBoolean begun = new AtomicBoolean();
  private final Collection<Runnable> endless = new ConcurrentLinkedQueue<>();

  /** For calls that would never end by themselves: runs when draining begins, at once if it has. */
  public void onBegin(Runnable end) {
    endless.add(end);
    if (begun.get() && endless.remove(end)) {
      end.run();
    }
  }

  /** The call ended by itself. */
  public void forget(Runnable end) {
    endless.remove(end);
  }

  /** What new calls are answered with. */
  public static ApiException refusal() {
    return new ApiException(
        ErrorReason.DRAINING, "This process is shutting down; try again to reach another one.");
  }

  /** From now on no call is taken. */
  public void begin() {
    if (begun.compareAndSet(false, true)) {
      for (var end = endless.iterator(); end.hasNext(); ) {
        var run = end.next();
        end.remove();
        run.run();
      }
    }
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (begun.get()) {
      throw refusal();
    }
    return next.startCall(call, headers);
  }
}
