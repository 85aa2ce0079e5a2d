package org.supportcenter.bench;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real SMTP server in the bench's own process that takes every mail and notes when. It can be
 * away for a while, at the same address. Thread-safe.
 */
final class MailSink implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final String EVERYBODY = "everybody@example.com";

  private final int port;
  private final Map<String, Long> arrivals = new HashMap<>();
  private @Nullable GreenMail server;

  /** One that does not listen yet. */
  MailSink(int port) {
    this.port = port;
  }

  /** Its address, as {@code SMTP_URL} has it. */
  String url() {
    return "smtp://%s:%d?starttls=never".formatted(HOST, port);
  }

  /** Listens until it is closed. */
  synchronized void open() {
    var opened = new GreenMail(new ServerSetup(port, HOST, ServerSetup.PROTOCOL_SMTP));
    var users = opened.getUserManager();
    users.setAuthRequired(false);
    users.setMessageDeliveryHandler(
        (_, recipient) -> {
          var user = everybody(users);
          note(recipient.getEmail());
          return user;
        });
    opened.start();
    server = opened;
  }

  private synchronized GreenMailUser everybody(UserManager users) throws UserException {
    var known = users.getUser(EVERYBODY);
    return known == null ? users.createUser(EVERYBODY, EVERYBODY, EVERYBODY) : known;
  }

  /** Breaks every connection and listens no more; what was noted stays. */
  @Override
  public synchronized void close() {
    var open = server;
    if (open != null) {
      open.stop();
      server = null;
    }
  }

  private synchronized void note(String recipient) {
    arrivals.putIfAbsent(recipient, System.nanoTime());
    notifyAll();
  }

  /**
   * Waits for a mail to each of them.
   *
   * @return when those came that came in time, by {@link System#nanoTime}
   */
  synchronized Map<String, Long> await(Collection<String> recipients, Duration longest)
      throws InterruptedException {
    var deadline = System.nanoTime() + longest.toNanos();
    while (!arrivals.keySet().containsAll(recipients)) {
      var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        break;
      }
      wait(left);
    }
    var came = new HashMap<>(arrivals);
    came.keySet().retainAll(recipients);
    return came;
  }
}
