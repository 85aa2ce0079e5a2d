package org.supportcenter.mailer.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;

/** A port of this machine, where each guest is served on a thread of its own until it is closed. */
public final class Entrance implements AutoCloseable {

  private static final int MOST_WAITING = 50;

  private final ServerSocket door;
  private final Service service;
  private final Set<Socket> guests = ConcurrentHashMap.newKeySet();

  /** What a guest gets; the connection is closed when this returns or throws. */
  @FunctionalInterface
  public interface Service {
    void serve(Socket guest) throws IOException, InterruptedException;
  }

  /** Opens a free port. */
  public Entrance(ServerSocketFactory doors, Service service) throws IOException {
    door = doors.createServerSocket(0, MOST_WAITING, InetAddress.getLoopbackAddress());
    this.service = service;
    Thread.ofVirtual().start(this::accept);
  }

  /** Which port. */
  public int port() {
    return door.getLocalPort();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var guest = door.accept();
        guests.add(guest);
        Thread.ofVirtual().start(() -> serve(guest));
      } catch (IOException leaving) {
        return;
      }
    }
  }

  private void serve(Socket guest) {
    try (guest) {
      service.serve(guest);
    } catch (IOException left) {
      guests.remove(guest);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (var guest : guests) {
      guest.close();
    }
  }
}
