package org.supportcenter.engine;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supportcenter.engine.ops.Metrics;

class CallThreadsTest {
  private static final int THREADS = 16;

  private final ForkJoinPool threads =
      CallThreads.start(THREADS, new Metrics(new SimpleMeterRegistry()));

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void callsOneAfterTheOtherKeepToFewThreads() {
    var seen = new HashSet<String>();
    for (int i = 0; i < 200; i++) {
      threads.submit(() -> seen.add(Thread.currentThread().getName())).join();
      awaitIdle();
    }

    assertThat(seen).hasSizeLessThan(THREADS / 2);
    assertThat(Set.copyOf(seen)).allMatch(name -> name.startsWith("call-"));
  }

  @Test
  void nobodyStandsInForACallThatWaits() throws InterruptedException {
    var lock = new ReentrantLock();
    var answered = lock.newCondition();
    var released = new boolean[1];
    var begun = new CountDownLatch(THREADS);
    var working = new AtomicInteger();
    var done = new CountDownLatch(3 * THREADS);
    for (int i = 0; i < 3 * THREADS; i++) {
      threads.execute(
          () -> {
            working.incrementAndGet();
            begun.countDown();
            lock.lock();
            try {
              while (!released[0]) {
                answered.awaitUninterruptibly();
              }
            } finally {
              lock.unlock();
            }
            done.countDown();
          });
    }

    assertThat(begun.await(10, SECONDS)).isTrue();
    assertThat(working).hasValue(THREADS);
    assertThat(threads.getQueuedSubmissionCount()).isEqualTo(2 * THREADS);

    lock.lock();
    try {
      released[0] = true;
      answered.signalAll();
    } finally {
      lock.unlock();
    }
    assertThat(done.await(10, SECONDS)).isTrue();
  }

  private void awaitIdle() {
    var end = System.nanoTime() + SECONDS.toNanos(10);
    while (threads.getActiveThreadCount() > 0) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
