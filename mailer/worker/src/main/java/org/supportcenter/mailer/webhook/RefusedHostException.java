package org.supportcenter.mailer.webhook;

import java.io.Serial;
import java.net.UnknownHostException;

/** A host has no address that may be reached; the message says what kind of address it has. */
final class RefusedHostException extends UnknownHostException {

  @Serial private static final long serialVersionUID = 1;

  RefusedHostException(String kind) {
    super(kind);
  }
}
