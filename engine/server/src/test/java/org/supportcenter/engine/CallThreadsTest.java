package org.supportcenter.engine;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supportcenter.engine.ops.Metrics;

class CallThreadsTest {
  private static final int THREADS = 16;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final CallThreads threads = CallThreads.start(THREADS, new Metrics(registry));

  @AfterEach
  void stop() {
    threads.shutdown();
  }

  @Test
  void callsOneAfterTheOtherKeepToOneThread() throws Exception {
    var seen = new HashSet<Thread>();
    for (int i = 0; i < 200; i++) {
      awaitActive(0);
      seen.add(CompletableFuture.supplyAsync(Thread::currentThread, threads).get(10, SECONDS));
    }

    assertThat(seen).hasSize(1).allMatch(thread -> thread.getName().startsWith("call-"));
  }

  @Test
  void threadsThatHaveEndedAreCounted() throws Exception {
    assertThat(threads.ended()).isNull();
    var ending = new CompletableFuture<Thread>();
    threads.execute(
        () -> {
          var thread = Thread.currentThread();
          thread.setUncaughtExceptionHandler(
              (_, _) -> {
                throw new IllegalStateException("Not even the log takes it");
              });
          ending.complete(thread);
          throw new IllegalStateException("a fault of ours");
        });

    ending.get(10, SECONDS).join();

    assertThat(threads.ended()).isEqualTo("Of 16 threads for calls 1 have ended.");
    threads.shutdown();
    assertThat(threads.ended()).as("all were stopped").isNull();
  }

  @Test
  void callsBeyondTheThreadsWaitAndAreBegunInTheirOrder() throws Exception {
    var one = new CountDownLatch(1);
    var others = new CountDownLatch(1);
    var begun = new CountDownLatch(THREADS);
    for (int i = 0; i < THREADS; i++) {
      var release = i == 0 ? one : others;
      threads.execute(
          () -> {
            begun.countDown();
            await(release);
          });
    }
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    var done = new CountDownLatch(100);
    for (int i = 0; i < 100; i++) {
      var number = i;
      threads.execute(
          () -> {
            order.add(number);
            done.countDown();
          });
    }

    assertThat(begun.await(10, SECONDS)).isTrue();
    assertThat(gauge("queue")).isEqualTo(100);
    assertThat(gauge("threads.active")).isEqualTo(THREADS);
    assertThat(order).isEmpty();

    one.countDown();
    assertThat(done.await(10, SECONDS)).isTrue();
    others.countDown();
    assertThat(order).isEqualTo(IntStream.range(0, 100).boxed().toList());
  }

  @Test
  void aCallThatBreaksLeavesItsThreadToOthers() throws Exception {
    for (int i = 0; i < 2 * THREADS; i++) {
      threads.execute(
          () -> {
            Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {});
            Thread.currentThread().interrupt();
            throw new IllegalStateException("on purpose");
          });
    }

    assertThat(CompletableFuture.supplyAsync(() -> "served", threads).get(10, SECONDS))
        .isEqualTo("served");
    awaitActive(0);
  }

  @Test
  void whatWaitsAtTheEndIsStillWorkedOn() throws Exception {
    var release = new CountDownLatch(1);
    var done = new CountDownLatch(3 * THREADS);
    for (int i = 0; i < 3 * THREADS; i++) {
      threads.execute(
          () -> {
            await(release);
            done.countDown();
          });
    }

    threads.shutdown();
    release.countDown();

    assertThat(done.await(10, SECONDS)).isTrue();
    assertThatThrownBy(() -> threads.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, SECONDS)).isTrue();
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  private void awaitActive(int count) {
    var end = System.nanoTime() + SECONDS.toNanos(10);
    while (gauge("threads.active") != count) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private int gauge(String name) {
    return (int) registry.get("supportcenter.call." + name).gauge().value();
  }
}
