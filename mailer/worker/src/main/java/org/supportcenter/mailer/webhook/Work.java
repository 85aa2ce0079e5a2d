package org.supportcenter.mailer.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A message that this process has leased to send.
 *
 * @param id what the receiver knows it by
 * @param tries how many attempts this is, since it was last put on its way
 * @param lease until when it is ours; also what shows that it still is
 * @param failures attempts at the endpoint that failed in a row, when it was leased
 * @param secrets to sign with, the newest first
 * @param body written when it is asked for, so that one that cannot be written stops no other
 */
record Work(
    UUID endpoint,
    UUID id,
    int tries,
    Instant lease,
    int failures,
    String url,
    List<String> secrets,
    Supplier<String> body) {

  Work {
    secrets = List.copyOf(secrets);
  }
}
