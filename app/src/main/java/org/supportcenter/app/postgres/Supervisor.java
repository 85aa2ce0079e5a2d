package org.supportcenter.app.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.app.console.UserError;

/** Keeps a server running on one port until it is closed. */
final class Supervisor implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Supervisor.class);

  /** What a server killed a moment ago leaves behind is gone well within that time. */
  private static final Duration PREDECESSOR_LEAVES = Duration.ofSeconds(10);

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Server server;
  private final int port;
  private Process process;
  private boolean closed;

  private Supervisor(Server server, int port, Process process) {
    this.server = server;
    this.port = port;
    this.process = process;
  }

  /**
   * Starts the server, waits until it is ready, and watches it from then on.
   *
   * @throws UserError if it does not start
   */
  static Supervisor start(Server server, int port) throws IOException {
    var supervisor = new Supervisor(server, port, firstStart(server, port));
    Thread.ofPlatform().name("postgresql").daemon().start(supervisor::watch);
    return supervisor;
  }

  private static Process firstStart(Server server, int port) throws IOException {
    var deadline = System.nanoTime() + PREDECESSOR_LEAVES.toNanos();
    while (true) {
      var launched = server.launch(port);
      try {
        server.awaitReady(launched);
        return launched.process();
      } catch (ServerFailure failure) {
        if (!failure.predecessorLeaving() || System.nanoTime() > deadline) {
          throw failure;
        }
        LockSupport.parkNanos(SHORTEST_PAUSE.toNanos());
      }
    }
  }

  private void watch() {
    var pause = SHORTEST_PAUSE;
    while (true) {
      var status = Commands.waitFor(current());
      if (isClosed()) {
        return;
      }
      log.warn("PostgreSQL ended with status {} and is started again", status);
      if (startAgain()) {
        pause = SHORTEST_PAUSE;
      } else {
        LockSupport.parkNanos(pause.toNanos());
        pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
      }
    }
  }

  /** One attempt; whether the server is ready now. */
  private boolean startAgain() {
    try {
      var launched = launchUnlessClosed();
      if (launched != null) {
        server.awaitReady(launched);
        log.info("PostgreSQL is ready again");
      }
      return true;
    } catch (UserError | IOException failure) {
      log.error("PostgreSQL does not start: {}", failure.getMessage());
      return false;
    }
  }

  /** Null when this was closed: nothing may be started any more. */
  private synchronized Server.@Nullable Launched launchUnlessClosed() throws IOException {
    if (closed) {
      return null;
    }
    var launched = server.launch(port);
    process = launched.process();
    return launched;
  }

  private synchronized Process current() {
    return process;
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** Leaves the server running and unwatched, as a killed process does. */
  synchronized void abandon() {
    closed = true;
  }

  /** Stops the server cleanly, also while it is starting. */
  @Override
  public void close() {
    abandon();
    if (current().isAlive()) {
      server.stop();
    }
  }
}
