package org.supportcenter.engine;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.supportcenter.engine.ops.Metrics;

/**
 * The threads that calls are worked on. As many as there are database connections for them: more
 * would only wait for those, and waiting in this queue is cheaper.
 */
final class CallThreads {

  private CallThreads() {}

  static ThreadPoolExecutor start(int threads, Metrics metrics) {
    var executor =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("call-", 1).factory());
    executor.prestartAllCoreThreads();
    metrics.gauge("call.threads.active", "Calls worked on now", executor::getActiveCount);
    metrics.gauge("call.threads.max", "Calls that can be worked on at a time", () -> threads);
    metrics.gauge("call.queue", "Calls waiting for a thread", () -> executor.getQueue().size());
    return executor;
  }
}
