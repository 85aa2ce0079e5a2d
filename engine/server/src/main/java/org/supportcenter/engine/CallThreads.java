package org.supportcenter.engine;

import static java.util.concurrent.TimeUnit.MINUTES;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.supportcenter.engine.ops.Metrics;

/**
 * The threads that calls are worked on. As many as there are database connections for them: more
 * would only wait for those, and waiting in this queue is cheaper.
 *
 * <p>The thread that worked last works next. A thread keeps to its connection, so a few calls at a
 * time keep to a few backends of the database, which then find their plans and pages in the caches
 * of the processor; in turns, each of the backends comes to all of it cold.
 */
final class CallThreads {

  private CallThreads() {}

  static ForkJoinPool start(int threads, Metrics metrics) {
    // Calls wait for the database most of their time; nobody is to stand in for one that does.
    var executor =
        new ForkJoinPool(
            threads, CallThreads::named, null, true, threads, threads, 0, _ -> true, 1, MINUTES);
    metrics.gauge("call.threads.active", "Calls worked on now", executor::getActiveThreadCount);
    metrics.gauge("call.threads.max", "Calls that can be worked on at a time", () -> threads);
    metrics.gauge("call.queue", "Calls waiting for a thread", executor::getQueuedSubmissionCount);
    return executor;
  }

  private static ForkJoinWorkerThread named(ForkJoinPool pool) {
    var thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
    thread.setName("call-" + (thread.getPoolIndex() + 1));
    return thread;
  }
}
