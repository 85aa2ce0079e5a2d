package org.supportcenter.mailer.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import org.supportcenter.mailer.testing.Entrance;

/** A receiver that does not behave. */
final class RudeReceiver implements AutoCloseable {

  private static final byte[] BLOCK = "x".repeat(8192).getBytes(US_ASCII);

  private final Entrance entrance;
  private final Manner manner;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Semaphore guests = new Semaphore(0);

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
    entrance = new Entrance(ServerSocketFactory.getDefault(), this::serve);
  }

  String url() {
    return "http://127.0.0.1:%d/".formatted(entrance.port());
  }

  /** Waits until so many more connections have been taken. */
  boolean awaitGuests(int count) throws InterruptedException {
    return guests.tryAcquire(count, 60, TimeUnit.SECONDS);
  }

  private void serve(Socket guest) throws IOException, InterruptedException {
    guests.release();
    switch (manner) {
      case HANGS -> closed.await();
      case DRIPS -> drip(guest);
      case RESETS -> guest.setSoLinger(true, 0);
      case NEVER_ENDS -> pour(guest);
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
  }
}
