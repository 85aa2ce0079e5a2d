package org.supportcenter.engine.testing;

import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How calls ended that were made all at once. */
public record Race<A>(List<A> successes, List<StatusRuntimeException> refusals) {

  /** Makes the calls, each on a thread of its own. */
  public static <A> Race<A> of(List<? extends Callable<A>> calls) throws InterruptedException {
    var race = new Race<A>(new ArrayList<>(), new ArrayList<>());
    var go = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(calls.size())) {
      var running = new ArrayList<Future<A>>();
      for (var call : calls) {
        running.add(
            threads.submit(
                () -> {
                  go.await();
                  return call.call();
                }));
      }
      go.countDown();
      for (var one : running) {
        try {
          race.successes().add(one.get());
        } catch (ExecutionException failed) {
          race.refusals().add((StatusRuntimeException) failed.getCause());
        }
      }
    }
    return race;
  }
}
