package org.supportcenter.runtime;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a process has opened so far while it starts, should the rest of the start fail. */
public final class Opened {

  private final Deque<Runnable> closings = new ArrayDeque<>();

  /** Notes how something is closed that was just opened. */
  public void closedBy(Runnable closing) {
    closings.push(closing);
  }

  /**
   * Closes everything, the last first. What cannot be closed keeps nothing else open.
   *
   * @param failure why; failures to close are suppressed in it
   */
  public void closeAfter(Throwable failure) {
    for (var closing = closings.poll(); closing != null; closing = closings.poll()) {
      try {
        closing.run();
      } catch (RuntimeException | Error another) {
        failure.addSuppressed(another);
      }
    }
  }
}
