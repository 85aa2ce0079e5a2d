package org.supportcenter.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.supportcenter.engine.ops.Metrics;

/**
 * The threads that calls are worked on. As many as there are database connections for them: more
 * would only wait for those, and waiting in this queue is cheaper.
 *
 * <p>Calls are begun in the order in which they came, and of the threads that rest the one that
 * worked last works next. A thread keeps to its connection, so a few calls at a time keep to a few
 * backends of the database, which then find their plans and pages in the caches of the processor;
 * in turns, as the JDK's pools have it, each of the backends would come to all of it cold.
 */
final class CallThreads implements Executor {

  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final Deque<Worker> resting = new ArrayDeque<>();
  private final List<Thread> crew = new ArrayList<>();
  private final int threads;
  private boolean stopped;

  private CallThreads(int threads) {
    this.threads = threads;
  }

  /** One thread, and what it is to do next. */
  private static final class Worker {
    private final Thread thread;
    private volatile @Nullable Runnable next;

    Worker(Thread thread) {
      this.thread = thread;
    }
  }

  static CallThreads start(int threads, Metrics metrics) {
    var started = new CallThreads(threads);
    try {
      started.begin();
    } catch (RuntimeException | Error failure) {
      started.shutdown();
      throw failure;
    }
    metrics.gauge("call.threads.active", "Calls worked on now", started::active);
    metrics.gauge("call.threads.max", "Calls that can be worked on at a time", () -> threads);
    metrics.gauge("call.queue", "Calls waiting for a thread", started::waiting);
    return started;
  }

  private synchronized void begin() {
    for (int i = 1; i <= threads; i++) {
      crew.add(Thread.ofPlatform().name("call-" + i).start(this::work));
    }
  }

  /** How many have ended though nobody stopped them, in a sentence; null if none has. */
  synchronized @Nullable String ended() {
    var ended = crew.stream().filter(thread -> !thread.isAlive()).count();
    return ended == 0 || stopped
        ? null
        : "Of %d threads for calls %d have ended.".formatted(threads, ended);
  }

  @Override
  public void execute(Runnable call) {
    Worker worker;
    synchronized (this) {
      if (stopped) {
        throw new RejectedExecutionException("The engine has stopped");
      }
      worker = resting.poll();
      if (worker == null) {
        waiting.add(call);
        return;
      }
    }
    worker.next = call;
    LockSupport.unpark(worker.thread);
  }

  /** How many calls wait for a thread. */
  synchronized int waiting() {
    return waiting.size();
  }

  private synchronized int active() {
    return threads - resting.size();
  }

  /** Takes no more calls; those that wait are worked on yet. */
  void shutdown() {
    synchronized (this) {
      stopped = true;
    }
    for (var worker = rested(); worker != null; worker = rested()) {
      worker.next = () -> {};
      LockSupport.unpark(worker.thread);
    }
  }

  private synchronized @Nullable Worker rested() {
    return resting.poll();
  }

  private void work() {
    var me = new Worker(Thread.currentThread());
    for (var call = next(me); call != null; call = next(me)) {
      try {
        call.run();
      } catch (RuntimeException | Error failure) {
        var handler = me.thread.getUncaughtExceptionHandler();
        handler.uncaughtException(me.thread, failure);
      }
    }
  }

  /** What to do next, for which it may have to wait; null when there will be nothing more. */
  private @Nullable Runnable next(Worker me) {
    synchronized (this) {
      var call = waiting.poll();
      if (call != null || stopped) {
        return call;
      }
      resting.push(me);
    }
    Runnable call;
    while ((call = me.next) == null) {
      LockSupport.park(this);
      Thread.interrupted(); // Nobody interrupts a call thread but a call that forgot to say so.
    }
    me.next = null;
    return call;
  }
}
