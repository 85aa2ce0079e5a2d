package org.supportcenter.testkit;

import java.util.UUID;

/**
 * An API key in the database.
 *
 * @param secret what a caller presents
 */
public record SeededKey(UUID tenant, UUID id, String secret) {

  /** The name under which its changes are recorded. */
  public String actor() {
    return "apiKeys/" + id;
  }
}
