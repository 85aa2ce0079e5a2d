package org.supportcenter.engine.call;

import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;

/** Answers calls that have one answer. */
public final class Unary {

  private Unary() {}

  /**
   * Sends what the work returns. What it throws becomes the error of the call, in {@link
   * ErrorInterceptor}.
   */
  public static <T> void answer(StreamObserver<T> observer, Supplier<T> work) {
    observer.onNext(work.get());
    observer.onCompleted();
  }
}
