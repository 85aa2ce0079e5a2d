package org.supportcenter.mailer.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A message that this process has leased to send.
 *
 * @param id what the receiver knows it by
 * @param tries how many attempts this is, since it was last put on its way
 * @param lease until when it is ours; also what shows that it still is
 * @param failures attempts at the endpoint that failed in a row, when it was leased
 * @param secrets to sign with, the newest first
 */
record Work(
    UUID endpoint,
    UUID id,
    int tries,
    Instant lease,
    int failures,
    URI url,
    List<String> secrets,
    String body) {

  Work {
    secrets = List.copyOf(secrets);
  }
}
