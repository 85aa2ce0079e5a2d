package org.supportcenter.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that come back to their port. Each is below those that systems hand out to
 * outgoing connections and to servers that ask for any: one of these, once free, may be gone.
 */
public final class LastingPort {

  private static final int FIRST = 15_000;
  private static final int AFTER_LAST = 32_000;
  private static final int TRIES = 100;

  private LastingPort() {}

  /** A free one of this machine. */
  public static int find() {
    for (int i = 0; i < TRIES; i++) {
      var port = ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException(
        "None of %d ports from %d to %d was free".formatted(TRIES, FIRST, AFTER_LAST));
  }

  private static boolean isFree(int port) {
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
