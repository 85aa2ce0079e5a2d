package org.supportcenter.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class LinkTest {

  @Test
  void canBeMendedAtOnce() throws IOException {
    try (var server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        var link = new Link(server.getLocalPort())) {
      for (int i = 0; i < 200; i++) {
        try (var client = new Socket(InetAddress.getLoopbackAddress(), link.port());
            var served = server.accept()) {
          client.getOutputStream().write(i);
          assertThat(served.getInputStream().read()).isEqualTo(i);
          link.cut();
          link.mend();
        }
      }
    }
  }
}
