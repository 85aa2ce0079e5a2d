package org.supportcenter.app.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;

/** Ports of this machine. */
public final class Ports {
  private static final int LARGEST = 65_535;

  private Ports() {}

  /**
   * Makes sure that something can listen there.
   *
   * @throws UserError if not
   */
  public static void requireFree(String host, int port, String option) {
    var obstacle = obstacle(host, port, option);
    if (obstacle != null) {
      throw new UserError(obstacle);
    }
  }

  /** A port that nothing listens on now. */
  public static int anyFree(String host) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(host, 0));
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  /** Why nothing can listen there, in one sentence that names the option; null if it can. */
  public static @Nullable String obstacle(String host, int port, String option) {
    if (port < 0 || port > LARGEST) {
      return "%s must be a port, 0 to %d.".formatted(option, LARGEST);
    }
    var address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      return "%s is not an address of this machine; choose another --host.".formatted(host);
    }
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
      return null;
    } catch (IOException refused) {
      var reason = String.valueOf(refused.getMessage());
      if (reason.contains("Cannot assign")) {
        return "%s is not an address of this machine; choose another --host.".formatted(host);
      }
      return reason.contains("Permission denied")
          ? "Port %d needs more rights than this user has; choose another one with %s."
              .formatted(port, option)
          : "Port %d is taken by another program; stop it or choose another one with %s."
              .formatted(port, option);
    }
  }
}
