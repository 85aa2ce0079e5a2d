package org.supportcenter.mailer.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A receiver that does not behave. */
final class RudeReceiver implements AutoCloseable {

  private static final byte[] BLOCK = "x".repeat(8192).getBytes(US_ASCII);

  private final ServerSocket entrance;
  private final Manner manner;
  private final Set<Socket> guests = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** How it misbehaves. */
  enum Manner {
    /** Takes the connection and says nothing. */
    HANGS,
    /** Answers one byte now and then. */
    DRIPS,
    /** Resets the connection. */
    RESETS,
    /** Answers a body without an end. */
    NEVER_ENDS
  }

  RudeReceiver(Manner manner) throws IOException {
    this.manner = manner;
    this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:%d/".formatted(entrance.getLocalPort());
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        var guest = entrance.accept();
        guests.add(guest);
        Thread.ofVirtual().start(() -> serve(guest));
      } catch (IOException leaving) {
        return;
      }
    }
  }

  private void serve(Socket guest) {
    try {
      switch (manner) {
        case HANGS -> closed.await();
        case DRIPS -> drip(guest);
        case RESETS -> {
          guest.setSoLinger(true, 0);
          guest.close();
        }
        case NEVER_ENDS -> pour(guest);
      }
    } catch (IOException left) {
      guests.remove(guest);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private void drip(Socket guest) throws IOException, InterruptedException {
    var out = guest.getOutputStream();
    out.write("HTTP/1.1 200 ".getBytes(US_ASCII));
    while (!closed.await(50, TimeUnit.MILLISECONDS)) {
      out.write('x');
      out.flush();
    }
  }

  private static void pour(Socket guest) throws IOException {
    var out = guest.getOutputStream();
    out.write("HTTP/1.1 200 OK\r\ncontent-length: 999999999999\r\n\r\n".getBytes(US_ASCII));
    while (true) {
      out.write(BLOCK);
    }
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    entrance.close();
    for (var guest : guests) {
      guest.close();
    }
  }
}
