package org.supportcenter.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP link to a server of this machine that can be cut and mended: to its client, a cut looks
 * like the server being killed. Connections are reset, new ones refused.
 */
public final class Link implements AutoCloseable {

  private final int target;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private ServerSocket entrance;
  private Thread porter;

  /** A link to a port. */
  public Link(int target) {
    this.target = target;
    this.port = LastingPort.find();
    this.entrance = open(port);
    this.porter = accept(entrance);
  }

  /** The near end. */
  public int port() {
    return port;
  }

  /** Resets all connections and refuses new ones. */
  public synchronized void cut() {
    close(entrance);
    awaitEnd(porter);
    sockets.forEach(Link::reset);
    sockets.clear();
  }

  /** Takes connections again. */
  public synchronized void mend() {
    entrance = open(port);
    porter = accept(entrance);
  }

  @Override
  public void close() {
    cut();
  }

  private static ServerSocket open(int port) {
    try {
      var entrance = new ServerSocket();
      entrance.setReuseAddress(true);
      entrance.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return entrance;
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  /** A port is free again only when nobody waits for connections there any more. */
  private static void awaitEnd(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private Thread accept(ServerSocket open) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                while (true) {
                  connect(open.accept());
                }
              } catch (IOException cut) {
                close(open);
              }
            });
  }

  private void connect(Socket near) throws IOException {
    var far = new Socket(InetAddress.getLoopbackAddress(), target);
    near.setTcpNoDelay(true);
    far.setTcpNoDelay(true);
    sockets.add(near);
    sockets.add(far);
    pump(near, near.getInputStream(), far, far.getOutputStream());
    pump(far, far.getInputStream(), near, near.getOutputStream());
  }

  private void pump(Socket from, InputStream in, Socket to, OutputStream out) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                in.transferTo(out);
              } catch (IOException cut) {
                reset(to);
              }
              close(from);
              close(to);
              sockets.remove(from);
              sockets.remove(to);
            });
  }

  private static void reset(Socket socket) {
    try {
      // No lingering: the other side sees a reset, not an orderly end.
      socket.setSoLinger(true, 0);
    } catch (IOException alreadyClosed) {
      return;
    }
    close(socket);
  }

  private static void close(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception cannotBeHelped) {
      throw new IllegalStateException(cannotBeHelped);
    }
  }
}
