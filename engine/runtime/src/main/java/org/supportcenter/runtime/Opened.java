package org.supportcenter.runtime;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** What a process has opened so far while it starts, should the rest of the start fail. */
public final class Opened {

  private final Deque<Runnable> closings = new ArrayDeque<>();

  private Opened() {}

  /** Puts together what is started. */
  @FunctionalInterface
  public interface Start<T> {

    /**
     * Starts it.
     *
     * @param opened where it notes what it opens
     */
    T from(Opened opened) throws IOException;
  }

  /**
   * Starts something, or leaves nothing of it open: what it had opened is closed, the last first,
   * and what cannot be closed keeps nothing else open and is suppressed in the failure.
   */
  public static <T> T orNothing(Start<T> start) throws IOException {
    var opened = new Opened();
    try {
      return start.from(opened);
    } catch (IOException | RuntimeException | Error failure) {
      opened.closeAfter(failure);
      throw failure;
    }
  }

  /** Notes how something is closed that was just opened. */
  public void closedBy(Runnable closing) {
    closings.push(closing);
  }

  private void closeAfter(Throwable failure) {
    for (var closing : closings) {
      try {
        closing.run();
      } catch (RuntimeException | Error another) {
        failure.addSuppressed(another);
      }
    }
  }
}
