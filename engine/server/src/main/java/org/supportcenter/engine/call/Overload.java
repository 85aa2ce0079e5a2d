package org.supportcenter.engine.call;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.function.IntSupplier;
import org.supportcenter.v1.ErrorReason;

/**
 * Keeps the queue of calls short. When more wait than can be answered soon, the ones whose turn it
 * is are refused, which takes next to nothing, until the rest can be served in time: an answer that
 * comes too late helps nobody.
 */
public final class Overload implements ServerInterceptor {

  /** Some seconds of work for the slowest of machines. */
  public static final int MOST_WAITING = 2_000;

  private final IntSupplier waiting;

  /**
   * Looks at a queue.
   *
   * @param waiting how many calls wait now
   */
  public Overload(IntSupplier waiting) {
    this.waiting = waiting;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (waiting.getAsInt() > MOST_WAITING) {
      throw new ApiException(
          ErrorReason.OVERLOADED,
          "More calls wait than this process can answer soon; try again a little later.");
    }
    return next.startCall(call, headers);
  }
}
