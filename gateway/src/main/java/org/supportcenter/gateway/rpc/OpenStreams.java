package org.supportcenter.gateway.rpc;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The streams that are open, which last until someone ends them: when the process drains, we do.
 */
public final class OpenStreams {
  /** A stream that can be ended. */
  public interface Stream {
    /** Ends the stream; the client comes back elsewhere and goes on where it stopped. */
    void end();
  }

  private final Set<Stream> open = ConcurrentHashMap.newKeySet();

  /** A stream was opened. */
  public void opened(Stream stream) {
    open.add(stream);
  }

  /** A stream is over. */
  public void over(Stream stream) {
    open.remove(stream);
  }

  /** Ends all streams. */
  public void endAll() {
    open.forEach(Stream::end);
  }
}
