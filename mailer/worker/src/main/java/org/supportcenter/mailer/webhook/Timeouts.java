package org.supportcenter.mailer.webhook;

import java.time.Duration;

/**
 * How long a receiver may take.
 *
 * @param lookup to find its address
 * @param connect to take the connection, and as long again for TLS
 * @param answer between any two bytes of its answer
 * @param all for everything together, endless answers included
 */
record Timeouts(Duration lookup, Duration connect, Duration answer, Duration all) {

  static final Timeouts DEFAULTS =
      new Timeouts(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofSeconds(20));
}
