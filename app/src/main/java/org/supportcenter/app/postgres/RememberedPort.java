package org.supportcenter.app.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** The server's port: the one of last time, so that a connection noted down stays right. */
final class RememberedPort {
  private static final String FILE = "support_center.port";

  private RememberedPort() {}

  /** The port of last time, or a new one when there is none or another program has it by now. */
  static int of(Path data) throws IOException {
    var file = data.resolve(FILE);
    if (Files.exists(file)) {
      var port = Integer.parseInt(Files.readString(file).strip());
      if (isFree(port)) {
        return port;
      }
    }
    var port = anyFree();
    Files.writeString(file, port + "\n");
    return port;
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  private static int anyFree() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
