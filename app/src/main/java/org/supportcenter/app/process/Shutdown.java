package org.supportcenter.app.process;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns Ctrl-C and SIGTERM into an orderly end of the main thread. The virtual machine ends when
 * this is closed; close it after everything else.
 */
public final class Shutdown implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Shutdown.class);
  private static final long LONGEST_STOP_SECONDS = 90;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);

  private Shutdown() {}

  /** Honours signals from now on. */
  public static Shutdown onSignal() {
    var shutdown = new Shutdown();
    Runtime.getRuntime().addShutdownHook(new Thread(shutdown::stop, "shutdown"));
    return shutdown;
  }

  private void stop() {
    asked.countDown();
    try {
      if (!done.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
        log.error(
            "Parts still run {} s after the order to stop; they are cut off", LONGEST_STOP_SECONDS);
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until a signal asks to stop. */
  public void await() throws InterruptedException {
    asked.await();
  }

  /** Says that everything is stopped. */
  @Override
  public void close() {
    done.countDown();
  }
}
