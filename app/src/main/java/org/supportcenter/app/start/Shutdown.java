package org.supportcenter.app.start;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Turns Ctrl-C and SIGTERM into an orderly end of the main thread. */
public final class Shutdown {
  private static final long LONGEST_STOP_SECONDS = 90;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);

  private Shutdown() {}

  /** From now on signals are honoured: the virtual machine ends once {@link #finished} is called. */
  public static Shutdown onSignal() {
    var shutdown = new Shutdown();
    Runtime.getRuntime().addShutdownHook(new Thread(shutdown::stop, "shutdown"));
    return shutdown;
  }

  private void stop() {
    asked.countDown();
    try {
      if (!done.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
        throw new TimeoutException("parts are still running after " + LONGEST_STOP_SECONDS + " s");
      }
    } catch (InterruptedException | TimeoutException late) {
      throw new IllegalStateException(late);
    }
  }

  /** Whether a signal has asked to stop. */
  public boolean isAsked() {
    return asked.getCount() == 0;
  }

  /** Waits until a signal asks to stop. */
  public void await() throws InterruptedException {
    asked.await();
  }

  /** Says that everything is stopped. */
  public void finished() {
    done.countDown();
  }
}
